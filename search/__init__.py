"""Third floor: passages, indexes, snapshots and answers."""
