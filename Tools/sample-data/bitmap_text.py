"""Text drawn with the glyphs in `glyphs.hex`, so that no installed font decides the pixels."""

from functools import cache
from pathlib import Path

import numpy as np

GLYPH_HEIGHT = 16


@cache
def _glyphs() -> dict[str, np.ndarray]:
    """Lines `CODEPOINT:HEX`: 16 rows, one byte each for half width and two for full width."""
    glyphs = {}
    for line in (Path(__file__).parent / "glyphs.hex").read_text("ascii").splitlines():
        if not line or line.startswith("#"):
            continue
        code, digits = line.split(":")
        rows = np.frombuffer(bytes.fromhex(digits), np.uint8).reshape(GLYPH_HEIGHT, -1)
        glyphs[chr(int(code, 16))] = np.unpackbits(rows, axis=1).astype(bool)
    return glyphs


def mask(text: str, scale: int = 1) -> np.ndarray:
    """Boolean mask of one line of text. A character without a glyph is an error, not a box."""
    glyphs = _glyphs()
    missing = sorted({character for character in text if character not in glyphs})
    if missing:
        raise ValueError(f"glyphs.hex lacks {' '.join(f'U+{ord(c):04X}' for c in missing)}")
    line = np.concatenate([glyphs[character] for character in text], axis=1)
    return np.kron(line, np.ones((scale, scale), bool)).astype(bool)


def draw(pixels: np.ndarray, row: int, column: int, text: str, value, scale: int = 1) -> None:
    """Set the text's pixels to `value`; the last axis of `pixels` may be colour samples."""
    line = mask(text, scale)
    height, width = line.shape
    area = pixels[row : row + height, column : column + width]
    if area.shape[:2] != line.shape:
        raise ValueError(f"{width} x {height} pixels of text do not fit at {column}, {row}")
    area[line] = value
