/** The English catalogue: every word the program shows in its window, tray and dialogs. */
import { community } from './en/community.ts';

export const en = {
  appName: 'D-Back Desktop',
  tray: {
    copyOverlayUrl: 'Copy overlay URL',
    mockMode: 'Mock mode',
    openDashboard: 'Open dashboard',
    openOverlay: 'Open overlay in browser',
    clients: (count: number): string =>
      count === 1 ? '1 client connected' : `${count} clients connected`,
    quit: 'Quit',
    tooltip: (line: string): string => `D-Back Desktop: ${line}`,
    serverStarting: 'starting',
    serverFailed: 'not running, open the dashboard',
  },
  source: {
    kind: { mock: 'mock', relay: 'relay', bot: 'bot', ingest: 'ingest', script: 'script' },
    condition: {
      rehearsal: 'rehearsal',
      'no-source': 'no source configured',
      connecting: 'connecting',
      live: 'live',
      waiting: 'trying again soon',
      refused: 'needs your attention',
    },
    stale: 'showing what was last known',
    retryIn: (duration: string): string => `trying again in ${duration}`,
    retrying: 'trying again',
    problem: {
      unexpected: {
        title: 'Something went wrong that should not.',
        advice: (detail: string): string => `Switch it off and on again. (${detail})`,
      },
      'relay-no-address': {
        title: 'There is no address to follow yet.',
        advice: (): string => 'Enter the address of the d-back that your bot runs.',
      },
      'relay-insecure': {
        title: 'This address would send everything in the open.',
        advice: (host: string): string =>
          `Use an address that begins with wss:// for ${host}. Only this computer may be reached by ws://.`,
      },
      'relay-unreachable': {
        title: 'The server cannot be reached.',
        advice: (detail: string): string =>
          `Check that it runs and that the address is right. (${detail})`,
      },
      'relay-certificate': {
        title: 'The server cannot prove who it is.',
        advice: (detail: string): string =>
          `Its certificate is not valid: ask whoever runs it. (${detail})`,
      },
      'relay-redirect': {
        title: 'The server sends us somewhere else.',
        advice: (place: string): string => `Enter that address yourself if you trust it: ${place}`,
      },
      'relay-not-d-back': {
        title: 'What answers there is no d-back.',
        advice: (detail: string): string => `Check the address and the port. (${detail})`,
      },
      'relay-silent': {
        title: 'The server no longer answers.',
        advice: (): string => 'We try again by ourselves.',
      },
      'relay-closed': {
        title: 'The server has ended the connection.',
        advice: (detail: string): string => `We try again by ourselves. (${detail})`,
      },
      'relay-too-big': {
        title: 'The server sends more at once than we take.',
        advice: (host: string): string =>
          `Communities of up to about 10,000 members can be followed. (${host})`,
      },
      'relay-mixed-up': {
        title: 'The server mixes up its communities.',
        advice: (host: string): string => `What it sent is not shown. We try again. (${host})`,
      },
      'relay-loop': {
        title: 'This address leads back to this app.',
        advice: (host: string): string =>
          `Enter the address of the d-back that your bot runs: ${host} shows what this app sends it.`,
      },
      'relay-no-guild': {
        title: 'There is no community to show yet.',
        advice: (host: string): string =>
          `${host} has none that is open to everybody. Perhaps its bot is still starting: we look again by ourselves.`,
      },
      'script-no-file': {
        title: 'There is no script yet.',
        advice: (): string => 'Choose the file of your script.',
      },
      'script-missing': {
        title: 'The script is not there any more.',
        advice: (file: string): string => `Put it back or choose another one: ${file}`,
      },
      'script-broken': {
        title: 'The script has a mistake.',
        advice: (detail: string): string =>
          `Correct it and save it: it is read again at once. (${detail})`,
      },
      'script-crashed': {
        title: 'The script has stopped.',
        advice: (detail: string): string => `We start it again. (${detail})`,
      },
      'script-hung': {
        title: 'The script did not answer in time.',
        advice: (detail: string): string => `We start it again. (${detail})`,
      },
      'script-flood': {
        title: 'The script sends more than anybody can read.',
        advice: (detail: string): string => `We start it again. (${detail})`,
      },
      'bot-no-token': {
        title: 'Your bot has no token yet.',
        advice: (): string =>
          'Copy it from the Bot page of your application in Discord’s developer portal.',
      },
      'bot-bad-token': {
        title: 'Discord does not know this token.',
        advice: (): string =>
          'Reset the token on the Bot page of your application in Discord’s developer portal, and enter the new one.',
      },
      'bot-intents': {
        title: 'Your bot may not see members, presence or messages yet.',
        advice: (): string =>
          'On the Bot page of your application in Discord’s developer portal, switch on “Presence Intent”, “Server Members Intent” and “Message Content Intent”.',
      },
      'bot-unreachable': {
        title: 'Discord cannot be reached.',
        advice: (detail: string): string => `Check your internet connection. (${detail})`,
      },
      'bot-no-guild': {
        title: 'Your bot is not on any Discord server yet.',
        advice: (): string => 'Invite it to your server, with the link below.',
      },
    },
    relay: {
      sharedId: (guild: string): string =>
        `“${guild}” cannot be followed: the server gives its short id to another community as well, and leads there`,
      login: (guild: string): string => `“${guild}” is not followed: it asks for a Discord login`,
      refused: (guild: string): string => `“${guild}” is not followed: the server refuses`,
      tooMany: (guild: string): string =>
        `“${guild}” is not followed: there are too many communities`,
      trouble: (guild: string, problem: string): string =>
        `“${guild}” cannot be followed: ${problem}`,
      flood: (guild: string, perSecond: number): string =>
        `“${guild}” gets more than ${perSecond} messages a second; what is beyond that is left out`,
    },
  },
  errors: {
    serverNotRunning: 'The overlay server is not running.',
    obsNotConnected: 'OBS is not connected.',
    noSuchKey: 'This key is not there any more.',
    keyForgotten:
      'This key still works, but it could not be kept where it can be read again. Renew it to copy it.',
    nothingOpens:
      'Nobody could get in yet: make a view key for this server first, or enter the id of your Discord application.',
    passwordTooLong: 'A password has at most 1024 characters.',
    secretGiven: (variable: string): string =>
      `This comes from the environment variable ${variable}: change it there.`,
  },
  window: {
    community,
    pages: { label: 'Pages', stage: 'Stage', community: 'Community' },
    loading: 'Starting…',
    copied: 'Copied',
    dismiss: 'Dismiss',
    dismissAll: 'Dismiss all',
    notices: 'Notices',
    closeToTray: 'Keep running in the tray when I close the window',
    noTray: 'This desktop has no system tray: closing the window quits the app.',
    address: {
      label: 'Overlay server',
      starting: 'Starting…',
      stopped: 'Not running',
      failed: 'Not running',
      listening: 'Running',
    },
    rehearsal: {
      label: 'Rehearsal',
      hint: 'Show an invented community instead of your own',
      scenarioLabel: 'Rehearsal scenario',
      scenario: { calm: 'Calm', busy: 'Busy', raid: 'Raid', quiet: 'Quiet' },
    },
    guildLabel: 'Discord server',
    copyOverlayUrl: 'Copy overlay URL',
    copiedUrl: (url: string): string => `Copied ${url}`,
    preview: {
      title: 'Preview',
      frameTitle: 'Overlay preview',
      backdropLabel: 'Backdrop',
      backdrop: { checkerboard: 'Checkerboard', dark: 'Dark', light: 'Light' },
      openInBrowser: 'Open in browser',
      starting: 'The overlay is starting…',
      stopped: 'The overlay is not running.',
    },
    serverFailed: {
      portTaken: (port: number): string => `Port ${port} is already in use`,
      portTakenAdvice:
        'Another program has taken it. Close that program and try again, or use another port: then copy the overlay URL into OBS once more.',
      other: 'The overlay could not start',
      tryAgain: 'Try again',
      useNextFree: 'Use the next free port',
    },
    clients: {
      title: 'Connected clients',
      client: 'Client',
      guild: 'Shows',
      messages: 'Messages',
      ping: 'Ping',
      pingHint: 'How long an answer takes to come back',
      backlog: 'Backlog',
      backlogHint: 'Data the client has not read yet',
      app: {
        obs: 'OBS',
        browser: 'Web browser',
        preview: 'This preview',
        other: 'Another program',
      },
      report: {
        visible: 'visible',
        hidden: 'hidden',
        notOnAir: 'not on air',
        fps: (count: number): string => `${count} fps`,
        size: (width: number, height: number): string => `${width}×${height}`,
        plugin: (version: string): string => `OBS browser plugin ${version}`,
      },
      noGuild: 'Not chosen yet',
      connectedFor: (duration: string): string => `for ${duration}`,
      noPing: '–',
      disconnect: 'Disconnect',
      disconnectNamed: (name: string, address: string): string => `Disconnect ${name}, ${address}`,
      actions: 'Actions',
      emptyTitle: 'No overlay is connected yet.',
      emptyAdvice: 'Copy the URL and add it in OBS as a Browser source.',
      notRunning: 'The overlay server is not running.',
    },
    log: {
      title: 'Event log',
      filterLabel: 'Show only',
      searchLabel: 'Search the log',
      searchPlaceholder: 'Search',
      kind: {
        server: 'Server',
        source: 'Source',
        client: 'Clients',
        refused: 'Refused',
        member: 'Members',
        message: 'Chat',
        script: 'Script',
        notice: 'Notices',
      },
      everything: 'All',
      pause: 'Pause',
      resume: 'Resume',
      clear: 'Clear',
      copy: 'Copy',
      copiedLines: (count: number): string =>
        count === 1 ? 'Copied 1 line' : `Copied ${count} lines`,
      newest: 'Jump to newest',
      empty: 'Nothing has happened yet.',
      noMatch: 'No line matches.',
      showEverything: 'Show everything',
      allow: 'Allow',
      allowNamed: (origin: string): string => `Allow ${origin}`,
      allowed: 'Allowed',
    },
  },
  measure: {
    seconds: (count: number): string => `${count} s`,
    minutes: (count: number): string => `${count} min`,
    hours: (count: number): string => `${count} h`,
    days: (count: number): string => (count === 1 ? '1 day' : `${count} days`),
    milliseconds: (count: number): string => `${count} ms`,
    underOneMillisecond: '< 1 ms',
  },
  fact: {
    server: {
      started: (url: string): string => `The overlay is served at ${url}`,
      stopped: 'The overlay server has stopped',
      failed: (message: string): string => `The overlay server could not start: ${message}`,
    },
    source: {
      switched: (line: string): string => `Now showing ${line}`,
      trouble: (line: string, problem: string): string => `${line}: ${problem}`,
      failed: (kind: string, message: string): string => `Trouble with ${kind}: ${message}`,
    },
    client: {
      unnamed: 'A client',
      named: (name: string, address: string): string => `${name} (${address})`,
      connected: (client: string): string => `${client} connected`,
      joined: (client: string, guild: string): string => `${client} now shows ${guild}`,
      joinedBy: (client: string, guild: string, way: string): string =>
        `${client} now shows ${guild}, let in by ${way}`,
      way: {
        key: (name: string): string => `the key “${name}”`,
        password: 'the server’s password',
        discord: 'a Discord login',
      },
      left: (client: string, reason: string): string => `${client} left: ${reason}`,
      reason: {
        closed: 'it was closed',
        'too-slow': 'it could not keep up',
        'no-answer': 'it no longer answers',
        'disconnected-here': 'you disconnected it',
        'key-revoked': 'its key was taken back',
        stopping: 'the overlay server is stopping',
      },
    },
    refused: {
      origin: (origin: string): string =>
        `Refused a web page from ${origin}: it is not on your list of allowed pages`,
      host: (host: string): string => `Refused a request for the unknown address ${host}`,
      otherMachine: (address: string): string => `Refused another computer: ${address}`,
      login: (client: string, guild: string, reason: string): string =>
        `${client} was not let into ${guild}: ${reason}`,
      reason: {
        'nothing-shown': 'it showed neither a key nor a login',
        'wrong-key': 'its key does not open this server',
        'wrong-password': 'the password is wrong',
        'too-many-attempts': 'too many wrong attempts; wait a minute',
        'no-application': 'no Discord application is set up for logins',
        'token-refused': 'Discord does not know its login any more',
        'other-application': 'its login was made for another application',
        'not-a-member': 'its user is not a member',
        'discord-silent': 'Discord did not answer; it may try again',
      },
    },
    member: {
      joined: (name: string, guild: string, status: string): string =>
        `${name} joined ${guild} (${status})`,
      left: (name: string, guild: string): string => `${name} left ${guild}`,
      changed: (name: string, guild: string, status: string): string =>
        `${name} is now ${status} in ${guild}`,
    },
    message: {
      // The guild comes first: what a member writes cannot pass for it.
      said: (guild: string, name: string, text: string): string => `${guild} · ${name}: ${text}`,
    },
    script: {
      printed: (text: string): string => `Script: ${text}`,
      muted: 'Script: it prints more than fits here; some lines are left out',
    },
  },
  status: {
    online: 'online',
    idle: 'idle',
    dnd: 'do not disturb',
    offline: 'offline',
  },
  notice: {
    'settings-recovered': {
      title: 'Your settings could not be read, so the standard ones are used.',
      advice: (keptAs: string): string => `The old file is kept as ${keptAs}.`,
    },
    'settings-newer': {
      title: 'Your settings come from a newer version of this app.',
      advice: 'They are left untouched, and changes made here are not saved. Update the app.',
    },
    'settings-invalid': {
      title: 'Some settings could not be used, so the standard ones replace them.',
      advice: (keys: string, keptAs: string): string =>
        `These are: ${keys}. The old file is kept as ${keptAs}.`,
    },
    'settings-unsaved': {
      title: 'Your settings cannot be saved.',
      advice: (reason: string): string =>
        `They last until you quit. Check that the disk is not full or read-only. (${reason})`,
    },
    'static-dir-missing': {
      title: 'The folder with your own overlay is missing, so the built-in overlay is shown.',
      advice: (dir: string): string => `Put it back or choose another one: ${dir}`,
    },
    'live-in-rehearsal': {
      title: 'You are live, and the overlay shows a rehearsal.',
      advice: 'Switch Rehearsal off to show your own community.',
    },
    'host-open': {
      title: 'Other computers in your network can see that this app is running.',
      advice: (host: string): string =>
        `They are refused. To be invisible to them, listen on 127.0.0.1 instead of ${host}.`,
    },
  },
  gate: 'This page needs a key. Ask the streamer for an address with one in it.',
  obs: {
    sourceName: 'D-Back overlay',
    keyName: (scene: string): string => `OBS · ${scene}`,
  },
  viewKey: { unnamed: 'Overlay', preview: 'this window' },
  chooseScript: { title: 'Choose your script', kind: 'Scripts' },
  closeNotice: {
    title: 'D-Back Desktop is still running',
    body: 'The overlay keeps working. Find the app in the system tray; Quit is in its menu.',
  },
} as const;
