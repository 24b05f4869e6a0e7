"""The whole OpenAPI document tried by machine: no answer that it does not announce, no fault of ours."""

from __future__ import annotations
