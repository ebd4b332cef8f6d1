"""Programs of this folder, compiled statically so that an image needs nothing else."""

import os
import subprocess

from support.platform import ROOT

# As it was before any test had a home of its own, in which there is no compiler.
ENVIRONMENT = dict(os.environ)


def compiled(name, folder):
    """The program `tests/support/<name>.rs` as bytes."""
    program = folder / name
    subprocess.run(
        [ENVIRONMENT.get("RUSTC", "rustc"), "--edition", "2024", "-C", "target-feature=+crt-static",
         "-o", program, ROOT / f"tests/support/{name}.rs"],
        env=ENVIRONMENT, check=True,
    )
    return program.read_bytes()
