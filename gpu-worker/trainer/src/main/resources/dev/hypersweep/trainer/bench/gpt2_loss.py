"""PyTorch's side of `hypersweep bench language-model`: the mean loss of a GPT-2 on given windows.

The folder holds the model in the layout of Hugging Face, and windows.json: of each window every
token but the first is predicted from those before it. Prints a line of JSON.
"""
import json
import sys
from pathlib import Path

import torch
import transformers

folder = Path(sys.argv[1])
model = transformers.GPT2LMHeadModel.from_pretrained(folder).eval()
total, tokens = 0.0, 0
with torch.no_grad():
    for window in json.loads((folder / "windows.json").read_text()):
        ids = torch.tensor([window])
        logits = model(ids[:, :-1]).logits
        losses = torch.nn.functional.cross_entropy(logits[0], ids[0, 1:], reduction="none")
        total += losses.double().sum().item()
        tokens += losses.numel()
print(json.dumps({"loss": total / tokens, "tokens": tokens, "transformers": transformers.__version__}))
