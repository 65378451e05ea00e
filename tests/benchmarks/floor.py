"""The floor: what a Typer program costs that does nothing but one query and one table.

Run by the interpreter under measurement, `python floor.py list STORE`; imports nothing of ours.
"""

import typer

app = typer.Typer()


@app.command("list")
def list_(store: str) -> None:
    """Show twenty open tasks."""
    import sqlite3

    from rich.console import Console
    from rich.table import Table

    rows = sqlite3.connect(store).execute(
        "SELECT id, title, due FROM tasks WHERE status IN ('open', 'delegated') LIMIT 20"
    )
    table = Table("no", "title", "due")
    for number, title, due in rows:
        table.add_row(str(number), title, due)
    Console().print(table)


@app.command()
def nothing() -> None:
    """A second command, so that the first has a name."""


if __name__ == "__main__":
    app()
