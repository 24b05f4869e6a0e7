"""A query is answered in one thread; building keeps all."""

from __future__ import annotations

import importlib
import subprocess
import sys
from typing import Any

import numpy as np

from search.approximate import search_one


def test_a_search_leaves_faiss_its_threads() -> None:
    faiss: Any = importlib.import_module("faiss")
    index = faiss.IndexFlatIP(2)
    index.add(np.eye(2, dtype=np.float32))
    before = faiss.omp_get_max_threads()
    faiss.omp_set_num_threads(3)
    try:
        cosines, ids = search_one(index, np.array([0, 1], np.float32), 2, None)
        assert (cosines.tolist(), ids.tolist()) == ([1.0, 0.0], [1, 0])
        assert faiss.omp_get_max_threads() == 3
    finally:
        faiss.omp_set_num_threads(before)


def test_numpy_is_told_before_it_is_imported() -> None:
    code = "import sys, search; assert 'numpy' not in sys.modules; import os; print(os.environ['OPENBLAS_NUM_THREADS'])"
    for env, told in (({}, "1"), ({"OPENBLAS_NUM_THREADS": "2"}, "2")):
        done = subprocess.run(
            [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == told
