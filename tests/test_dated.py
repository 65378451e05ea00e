"""What runs of the dated data is what the files say."""

import subprocess
import sys
from pathlib import Path

TOOL = Path(__file__).resolve().parent.parent / "tools" / "dated.py"


def test_the_rendered_data_is_that_of_the_files() -> None:
    subprocess.run([sys.executable, TOOL, "--check"], check=True)
