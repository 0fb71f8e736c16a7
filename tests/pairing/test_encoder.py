from __future__ import annotations

import subprocess
import sys

import numpy as np

from tui.pairing.encoder import default_encoder


def test_the_encoder_brings_translations_together() -> None:
    encoder = default_encoder()
    assert encoder is not None
    fr, en, other = encoder.encode(
        ["Le musée rouvre lundi.", "The museum reopens on Monday.", "Wheat prices fell."]
    )
    assert float(fr @ en) > float(fr @ other) + 0.2
    assert abs(float(np.linalg.norm(fr)) - 1.0) < 1e-3


def test_no_text_gives_no_rows() -> None:
    encoder = default_encoder()
    assert encoder is not None
    assert encoder.encode([]).shape == (0, encoder.dim)


def test_naming_features_stories_and_edits_loads_no_numpy() -> None:
    program = (
        "import sys, tui.pairing.features, tui.pairing.stories, tui.pairing.edit, tui.pairing.evidence; "
        "sys.exit('numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
