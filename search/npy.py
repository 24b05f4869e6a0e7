"""Arrays as the .npy files that numpy reads, without a copy of what they hold."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
from numpy.typing import NDArray


def header(array: NDArray[Any]) -> bytes:
    """Return what the .npy file of an array in C order begins with; as long for any number of rows."""
    written = io.BytesIO()
    described = {
        "descr": np.lib.format.dtype_to_descr(array.dtype),
        "fortran_order": False,
        "shape": array.shape,
    }
    np.lib.format.write_array_header_1_0(written, described)
    return written.getvalue()


def data(array: NDArray[Any]) -> memoryview:
    """Return what follows: the numbers of an array in C order, whose memory it is."""
    return np.ascontiguousarray(array).reshape(-1).view(np.uint8).data
