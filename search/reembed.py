"""Another encoder for what is stored: everything is embedded anew beside the live snapshot, which answers meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from search import building
from search.building import Change
from search.encoder import TUNED, Encoder, open_encoder
from search.errors import LibraryError
from search.lock import exclusive
from search.snapshots import Manifest, Snapshots

Progress = Callable[[int, int, str], None]


def reembed(
    data_dir: Path | str,
    model: str | None,
    *,
    tuned: Path | None = None,
    progress: Progress = lambda done, total, what: None,
    patience: float = 0.0,
    encoder: Encoder | None = None,
) -> Manifest | None:
    """Let the library use `model` from now on, and return the manifest that says so; None where it does already.

    `model` is what `open_encoder` takes, None for the embedded one; with TUNED `tuned` is the folder to take in, or
    None for the one that the library holds. `encoder` is for tests. Words and graph are taken over as they are.
    Raises LibraryError where nothing is stored, EncoderError where the model can't be opened.
    """
    home = Path(data_dir)
    with exclusive(home, patience):
        snapshots = Snapshots(home)
        current = snapshots.current()
        if current is None:
            raise LibraryError("资料库还是空的，请先运行 yinzheng ingest 收入报告")
        base = snapshots.manifest(current)
        source = tuned or snapshots.path(current) / building.MODEL
        opened = encoder or open_encoder(model, source)
        if (base.model, base.model_id) == (model, opened.model_id):
            return None
        change = Change(base.reports, base.versions, (), ())
        manifest = building.build(
            home,
            base,
            change,
            opened,
            model=model,
            code_version=base.code_version,
            said=progress,
            tuned=source if model == TUNED else None,
        )
        snapshots.collect()
        return manifest
