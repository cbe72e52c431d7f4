/** Who stands where: the cells of an island as flat arrays, so that looking one up costs nothing. */
import { isLand, type Terrain } from './terrain.ts';

export interface Grid {
  /** Cells across; the middle of the island is in the middle. */
  readonly side: number;
  /** By cell: 1 where somebody can stand. */
  readonly land: Uint8Array;
  /** By cell: 1 where somebody stands, takes off or will land. */
  readonly taken: Uint8Array;
}

/** The beacon stands in the middle, and nobody before its face. */
const BEACON = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
] as const;
/** The waves of the shore reach beyond the half side. */
const MARGIN = 3;

export function createGrid(terrain: Terrain, half: number): Grid {
  const reach = half + MARGIN;
  const side = 2 * reach + 1;
  const land = new Uint8Array(side * side);
  for (let y = -reach; y <= reach; y += 1) {
    for (let x = -reach; x <= reach; x += 1) {
      if (isLand(terrain, half, x, y)) land[(y + reach) * side + x + reach] = 1;
    }
  }
  const grid = { side, land, taken: new Uint8Array(side * side) };
  for (const [x, y] of BEACON) land[cellAt(grid, x, y)] = 0;
  return grid;
}

/** The index of a cell; -1 outside of the arrays. */
export function cellAt({ side }: Grid, x: number, y: number): number {
  const reach = (side - 1) / 2;
  if (x < -reach || y < -reach || x > reach || y > reach) return -1;
  return (y + reach) * side + x + reach;
}

export function isFree(grid: Grid, x: number, y: number): boolean {
  const cell = cellAt(grid, x, y);
  return cell >= 0 && grid.land[cell] === 1 && grid.taken[cell] === 0;
}

export function take(grid: Grid, x: number, y: number): void {
  grid.taken[cellAt(grid, x, y)] = 1;
}

export function release(grid: Grid, x: number, y: number): void {
  grid.taken[cellAt(grid, x, y)] = 0;
}

/** A larger island with everybody where they were. */
export function growGrid(grid: Grid, terrain: Terrain, half: number): Grid {
  const larger = createGrid(terrain, half);
  const reach = (grid.side - 1) / 2;
  for (let y = -reach; y <= reach; y += 1) {
    const from = (y + reach) * grid.side;
    larger.taken.set(grid.taken.subarray(from, from + grid.side), cellAt(larger, -reach, y));
  }
  return larger;
}
