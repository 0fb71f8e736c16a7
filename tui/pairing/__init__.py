"""French facing English: features, matching, alignment, stories. Pure functions.

All that loads numpy is in here, so this is the place to hold its linear algebra (OpenBLAS, which reads the
environment once, when numpy loads) to one thread: our matrices are small, so that threads wait for each other
longer than they compute, and ``--jobs`` gives every core a process already. A value that is set stands.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
