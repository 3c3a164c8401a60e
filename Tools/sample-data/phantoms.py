"""Made-up anatomy from ellipses. Only + - * / and comparisons, so that results do not vary by CPU."""

import numpy as np

Ellipse = tuple[float, float, float, float]


def grid(rows: int, columns: int) -> tuple[np.ndarray, np.ndarray]:
    """Row and column coordinates of the pixel centres, -1 to 1 over the image."""
    v = (2 * np.arange(rows) + 1) / rows - 1
    u = (2 * np.arange(columns) + 1) / columns - 1
    return np.meshgrid(v, u, indexing="ij")


def inside(coordinates, ellipse: Ellipse, *, grow: float = 0) -> np.ndarray:
    """Mask of the ellipse (centre row, centre column, radius down, radius across)."""
    v, u = coordinates
    row, column, down, across = ellipse
    return ((v - row) / (down + grow)) ** 2 + ((u - column) / (across + grow)) ** 2 <= 1


def noise(shape, sigma: float, seed: int) -> np.ndarray:
    """Roughly normal: the sum of 12 uniforms has unit variance, and needs no logarithm."""
    uniform = np.random.default_rng(seed).integers(0, 1024, (12, *shape)).sum(axis=0) / 1024 - 6
    return uniform * sigma


def chest_ct(size: int, z: float, seed: int) -> np.ndarray:
    """Hounsfield units; `z` from 0 (apex) to 1 (diaphragm)."""
    at = grid(size, size)
    hu = np.full((size, size), -1000.0)
    hu[inside(at, (0.0, 0.0, 0.62, 0.86))] = -90  # fat
    hu[inside(at, (0.0, 0.0, 0.55, 0.79))] = 45  # muscle
    swell = 4 * z * (1 - z)
    for side in (-1, 1):
        lung = (-0.02, side * 0.40, 0.26 + 0.16 * swell, 0.18 + 0.14 * swell)
        hu[inside(at, lung, grow=0.04)] = 350  # ribs, cut by the muscle below
        hu[inside(at, lung, grow=0.015)] = 45
        hu[inside(at, lung)] = -850
        for k in range(5):
            vessel = (-0.25 + 0.12 * k, side * (0.28 + 0.05 * ((k * 3) % 4)), 0.02, 0.02)
            hu[inside(at, vessel)] = 20
    hu[inside(at, (-0.12, 0.06, 0.16 + 0.16 * z, 0.12 + 0.16 * z))] = 40  # heart
    hu[inside(at, (0.20, 0.12, 0.07, 0.06))] = 140  # aorta
    hu[inside(at, (-0.08, 0.0, 0.05, 0.05))] = -1000 if z < 0.4 else 40  # trachea
    hu[inside(at, (0.36, 0.0, 0.13, 0.13))] = 500
    hu[inside(at, (0.36, 0.0, 0.10, 0.10))] = 180
    hu[inside(at, (0.44, 0.0, 0.04, 0.05))] = 20  # canal
    hu[int(size * 0.84) : int(size * 0.86)] = -300  # table
    return hu + noise(hu.shape, 12, seed)


def head(size: int, z: float, values: dict[str, float], sigma: float, seed: int) -> np.ndarray:
    """Axial head; `values` for air, skin, bone, brain, white, fluid. `z` from 0 (base) to 1 (vertex)."""
    at = grid(size, size)
    shrink = 1 - 0.45 * max(0.0, z - 0.3) ** 2
    pixels = np.full((size, size), values["air"])
    pixels[inside(at, (0, 0, 0.88 * shrink, 0.72 * shrink))] = values["skin"]
    pixels[inside(at, (0, 0, 0.83 * shrink, 0.67 * shrink))] = values["bone"]
    pixels[inside(at, (0, 0, 0.76 * shrink, 0.60 * shrink))] = values["brain"]
    pixels[inside(at, (0, 0, 0.60 * shrink, 0.46 * shrink))] = values["white"]
    for side in (-1, 1):
        pixels[inside(at, (-0.12, side * 0.13, 0.20 * shrink, 0.07))] = values["fluid"]
        pixels[inside(at, (0.18, side * 0.20, 0.14, 0.09 * shrink))] = values["brain"]
        if z < 0.3:
            pixels[inside(at, (-0.66, side * 0.28, 0.13, 0.14))] = values["fluid"]  # eyes
    if z < 0.3:
        pixels[inside(at, (-0.90, 0, 0.09, 0.10))] = values["skin"]  # nose
    return pixels + noise(pixels.shape, sigma, seed)


def spine_mr(size: int, x: float, seed: int) -> np.ndarray:
    """Sagittal lumbar spine, T2 weighted; `x` from -1 to 1 across the body."""
    at = grid(size, size)
    v, _ = at
    pixels = np.full((size, size), 20.0)
    pixels[inside(at, (0, 0.05, 1.6, 0.75))] = 420
    pixels[inside(at, (0, 0.05, 1.6, 0.68))] = 180
    off = x * x
    for k in range(6):
        row = -0.83 + 0.33 * k
        column = -0.05 + 0.10 * (row * row)
        pixels[inside(at, (row, column, 0.12, 0.20 * (1 - 0.4 * off)))] = 310
        pixels[inside(at, (row + 0.165, column, 0.035, 0.19 * (1 - 0.4 * off)))] = 480 - 60 * (k % 3)
    if off < 0.3:
        canal = np.abs(at[1] - (0.24 + 0.10 * v * v)) < 0.05
        pixels[canal] = 700
        pixels[canal & (v < -0.2) & (np.abs(at[1] - (0.24 + 0.10 * v * v)) < 0.025)] = 330
    return np.clip(pixels + noise(pixels.shape, 12, seed), 0, 4095)


def chest_projection(rows: int, columns: int, seed: int, lateral: bool = False) -> np.ndarray:
    """Attenuation 0 to 1, bright where dense."""
    at = grid(rows, columns)
    density = np.full((rows, columns), 0.05)
    density[inside(at, (0.15, 0, 1.0, 0.62 if lateral else 0.92))] = 0.55
    sides = (0,) if lateral else (-1, 1)
    for side in sides:
        density[inside(at, (0.02, side * 0.42, 0.72, 0.42 if lateral else 0.34))] = 0.22
    density[inside(at, (0.28, -0.12 if lateral else 0.12, 0.34, 0.26))] = 0.68  # heart
    density[inside(at, (0.95, 0, 0.35, 0.9))] = 0.72  # abdomen
    density[inside(at, (0.1, 0.42 if lateral else 0, 1.2, 0.09))] += 0.16  # spine
    for k in range(7):
        for side in sides:
            ring = (-0.5 + 0.17 * k, side * 0.42, 0.16, 0.40)
            density[inside(at, ring) & ~inside(at, ring, grow=-0.03)] += 0.06
    return np.clip(density + noise(density.shape, 0.01, seed), 0, 1)


def colour(grey: np.ndarray, low, high) -> np.ndarray:
    """RGB between two colours by a grey value 0 to 1."""
    low, high = np.asarray(low, float), np.asarray(high, float)
    return np.clip(low + np.clip(grey, 0, 1)[..., None] * (high - low), 0, 255).astype(np.uint8)


def ultrasound_sector(rows: int, columns: int, seed: int, beat: float = 0.0) -> np.ndarray:
    """Speckled sector, 0 to 1, apex at the top; `beat` widens the dark cavity."""
    at = grid(rows, columns)
    v, u = at
    depth = v + 1.05
    sector = (np.abs(u) < 0.55 * depth) & (u * u + depth * depth / 1.1 < 3.6)
    tissue = 0.35 + 0.25 * inside(at, (0.0, -0.1, 0.5, 0.45))
    tissue = np.where(inside(at, (0.15, 0.05, 0.22 + 0.04 * beat, 0.20 + 0.04 * beat)), 0.06, tissue)
    tissue = np.where(inside(at, (-0.35, -0.12, 0.06, 0.12)), 0.85, tissue)
    speckle = np.abs(noise((rows, columns), 0.5, seed))
    return np.clip(tissue * (0.5 + speckle), 0, 1) * sector


def fundus(size: int, seed: int, right: bool) -> np.ndarray:
    at = grid(size, size)
    v, u = at
    field = inside(at, (0, 0, 0.95, 0.95))
    shade = 0.75 - 0.35 * (u * u + v * v)
    rgb = colour(shade + noise((size, size), 0.02, seed), (60, 15, 5), (235, 120, 50))
    disc = 0.45 if right else -0.45
    for bend in (-1.1, -0.6, 0.6, 1.1):
        path = np.abs(v + bend * (u - disc) ** 2) < 0.014
        rgb[path] = (130, 25, 15)
    rgb[inside(at, (0, disc, 0.13, 0.12))] = (250, 215, 140)
    rgb[inside(at, (0.04, -disc * 0.25, 0.10, 0.10))] = (120, 45, 20)
    rgb[~field] = 0
    return rgb


def endoscopy(rows: int, columns: int, seed: int) -> np.ndarray:
    at = grid(rows, columns)
    v, u = at
    shade = 0.9 - 0.4 * (u * u + v * v) + noise((rows, columns), 0.03, seed)
    for k in range(4):
        fold = (0.1, -0.1, 0.25 + 0.22 * k, 0.30 + 0.22 * k)
        shade = shade - 0.14 * (inside(at, fold) & ~inside(at, fold, grow=-0.07))
    rgb = colour(shade, (70, 15, 10), (250, 165, 140))
    rgb[inside(at, (0.1, -0.1, 0.20, 0.24))] = (35, 8, 6)  # lumen
    rgb[inside(at, (-0.30, 0.42, 0.09, 0.07))] = (225, 90, 80)  # polyp
    corner = np.abs(u) + np.abs(v) > 1.55
    rgb[corner] = 0
    return rgb
