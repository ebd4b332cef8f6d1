"""Images made and pushed as Docker would, by the OCI distribution protocol over plain HTTP."""

import gzip
import hashlib
import io
import json
import tarfile
from urllib.parse import urljoin

from support.platform import http

MANIFEST = "application/vnd.oci.image.manifest.v1+json"


def digest(content):
    return "sha256:" + hashlib.sha256(content).hexdigest()


def model_image(program):
    """The layer, configuration and manifest of an image whose `train` and `serve` are one program."""
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w") as archive:
        for folder in ("usr", "usr/local", "usr/local/bin", "tmp", "opt", "opt/ml"):
            entry = tarfile.TarInfo(folder)
            entry.type, entry.mode = tarfile.DIRTYPE, 0o1777 if folder == "tmp" else 0o755
            archive.addfile(entry)
        entry = tarfile.TarInfo("usr/local/bin/model")
        entry.mode, entry.size = 0o755, len(program)
        archive.addfile(entry, io.BytesIO(program))
        for name in ("train", "serve"):
            entry = tarfile.TarInfo(f"usr/local/bin/{name}")
            entry.type, entry.linkname = tarfile.SYMTYPE, "model"
            archive.addfile(entry)
    plain = tar.getvalue()
    layer = gzip.compress(plain, compresslevel=1, mtime=0)
    config = json.dumps({
        "architecture": "amd64",
        "os": "linux",
        "config": {"Env": ["PATH=/usr/local/bin:/usr/bin:/bin"], "Cmd": ["serve"]},
        "rootfs": {"type": "layers", "diff_ids": [digest(plain)]},
    }).encode()
    manifest = json.dumps({
        "schemaVersion": 2,
        "mediaType": MANIFEST,
        "config": {
            "mediaType": "application/vnd.oci.image.config.v1+json",
            "digest": digest(config),
            "size": len(config),
        },
        "layers": [
            {
                "mediaType": "application/vnd.oci.image.layer.v1.tar+gzip",
                "digest": digest(layer),
                "size": len(layer),
            }
        ],
    }).encode()
    return [layer, config], manifest


class Registry:
    """A repository of the registry at `url`, entered with the token of GetAuthorizationToken."""

    def __init__(self, url, token, repository):
        self.base = f"{url}/v2/{repository}"
        self.headers = {"Authorization": f"Basic {token}"}

    def call(self, method, url, expected, body=None, **headers):
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        status, answer, content = http(method, url, body, self.headers | headers)
        assert status == expected, f"{method} {url}: {status} {content[:500]!r}"
        return answer, content

    def push_blob(self, content):
        """In pieces, as Docker does: POST, PATCH, PUT."""
        started, _ = self.call("POST", f"{self.base}/blobs/uploads/", 202, b"")
        location = urljoin(self.base, started["Location"])
        patched, _ = self.call("PATCH", location, 202, content, Content_Type="application/octet-stream")
        location = urljoin(self.base, patched["Location"])
        separator = "&" if "?" in location else "?"
        self.call("PUT", f"{location}{separator}digest={digest(content)}", 201, b"")

    def push(self, blobs, manifest, tag):
        """Answers the digest under which the image can be pulled."""
        for blob in blobs:
            self.push_blob(blob)
        self.call("PUT", f"{self.base}/manifests/{tag}", 201, manifest, Content_Type=MANIFEST)
        return digest(manifest)
