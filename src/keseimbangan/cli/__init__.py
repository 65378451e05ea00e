"""Commands: parse, load, pure step, save, show. One module per noun; `app.py` knows them all."""
