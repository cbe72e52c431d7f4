/** The built program in both runtimes: one line out, the book on the wire, a clean end. */
import { createServer } from 'node:net';
import { Client } from '../fixtures/client.ts';
import { test as base, expect } from '../fixtures/core.ts';
import { type Program, RUNTIMES, type Runtime, startHeadless } from '../fixtures/process.ts';

const test = base.extend<{ run: (runtime: Runtime, ...flags: string[]) => Program }>({
  run: async ({ dir }, use) => {
    const programs: Program[] = [];
    await use((runtime, ...flags) => {
      const program = startHeadless(runtime, ['--user-data-dir', `${dir}/data`, ...flags]);
      programs.push(program);
      return program;
    });
    await Promise.all(programs.map((program) => program.stop()));
  },
});

for (const runtime of RUNTIMES) {
  test(`${runtime}: listens, answers by the book, ends within 3 s of SIGTERM with 1001 and 0`, async ({
    run,
  }) => {
    const program = run(runtime, '--port', '0');
    const url = await program.listening;
    expect(await (await fetch(`${url}/api/version`)).json()).toEqual({ version: '0.1.0' });
    const page = await fetch(url);
    expect(page.headers.get('content-type')).toContain('text/html');
    const client = await Client.join(url.replace('http', 'ws'));
    expect((await client.nextOf('presence')).server).toBe('232769614004748288');
    const closed = client.closed();
    const started = performance.now();
    expect(await program.stop()).toBe(0);
    expect(performance.now() - started).toBeLessThan(3_000);
    expect(await closed).toBe(1001);
    expect(program.stdout).toEqual([`listening ${url}`]);
  });

  test(`${runtime}: flags`, async ({ run, dir }) => {
    const program = run(runtime, '--port=0', '--mock', '--static-dir', `${dir}/nowhere`);
    const url = await program.listening;
    const status = await (await fetch(`${url}/api/status`)).json();
    expect(status.source).toEqual({ kind: 'mock', condition: 'rehearsal' });
    const warnings = program.stderr.filter((line) => line.startsWith('d-back-desktop:'));
    expect(warnings).toEqual([expect.stringContaining('nowhere')]);
    expect((await fetch(url)).status).toBe(200);
  });

  test(`${runtime}: a bad value is one line and exit code 2`, async ({ run }) => {
    for (const flags of [['--port', 'abc'], ['--host', 'no host'], ['--unknown']]) {
      const program = run(runtime, ...flags);
      expect(await program.exited, flags.join(' ')).toBe(2);
      expect(program.stderr.filter((line) => line.startsWith('d-back-desktop:'))).toHaveLength(1);
      expect(program.stdout).toEqual([]);
    }
  });

  test(`${runtime}: a port in use is one line and exit code 1`, async ({ run }) => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const program = run(runtime, '--port', String(port));
    expect(await program.exited).toBe(1);
    expect(program.stderr.filter((line) => line.startsWith('d-back-desktop:'))).toEqual([
      `d-back-desktop: Port ${port} is already in use. Close the other program, or choose another port.`,
    ]);
    other.close();
  });

  test(`${runtime}: --version and --help`, async ({ run }) => {
    const version = run(runtime, '--version');
    expect(await version.exited).toBe(0);
    expect(version.stdout).toEqual(['0.1.0']);
    const help = run(runtime, '--help');
    expect(await help.exited).toBe(0);
    expect(help.stdout.join('\n')).toContain('--static-dir DIR');
  });

  test(`${runtime}: a second signal does not cut the first one short`, async ({ run }) => {
    const program = run(runtime, '--port', '0');
    const url = await program.listening;
    const client = await Client.join(url.replace('http', 'ws'));
    const closed = client.closed();
    program.process.kill('SIGINT');
    program.process.kill('SIGTERM');
    expect(await closed).toBe(1001);
    expect(await program.exited).toBe(0);
    expect(program.stderr.join()).not.toContain('FATAL');
  });

  test(`${runtime}: the same port again, at once`, async ({ run }) => {
    const first = run(runtime, '--port', '0');
    const url = await first.listening;
    await Client.join(url.replace('http', 'ws'));
    await first.stop();
    const second = run(runtime, '--port', new URL(url).port);
    expect(await second.listening).toBe(url);
    await Client.join(url.replace('http', 'ws'));
  });
}
