"""The encoders behind `search.encoder`: one module a kind of model folder."""
