"""Checks the proof of a credential with PyLD and OpenSSL alone; prints what the signature is found to be.

Reads from standard input: {"document", "contexts": {url: context}, "publicKey": DER of the key in base64,
"signature": base64}.
"""

import base64
import hashlib
import json
import subprocess
import sys
import tempfile

from pyld import jsonld

given = json.load(sys.stdin)


def load(url, _options):
    return {"contextUrl": None, "documentUrl": url, "document": given["contexts"][url]}


jsonld.set_document_loader(load)


def digest(document):
    options = {"algorithm": "URDNA2015", "format": "application/n-quads"}
    return hashlib.sha256(jsonld.normalize(document, options).encode()).digest()


document = given["document"]
proof = document.pop("proof")[0]
del proof["proofValue"]
data = digest({"@context": document["@context"], **proof}) + digest(document)
parts = {"key": base64.b64decode(given["publicKey"]), "data": data, "sig": base64.b64decode(given["signature"])}
files = {}
for name, content in parts.items():
    files[name] = tempfile.NamedTemporaryFile()
    files[name].write(content)
    files[name].flush()
result = subprocess.run(
    ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", files["key"].name, "-rawin"]
    + ["-in", files["data"].name, "-sigfile", files["sig"].name],
    capture_output=True,
    check=False,
)
print("sound" if result.returncode == 0 else "broken")
