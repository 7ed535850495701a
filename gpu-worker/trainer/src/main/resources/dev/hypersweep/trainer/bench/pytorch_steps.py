"""PyTorch's side of `hypersweep bench train`: the model whose weights FILE holds, in eager mode.

Weights come from HyperSweep, so both sides begin alike; names tell which parts the model has. Commands
arrive on standard input, one per line, and each is answered with a line of JSON:
  train K    K training steps (forward, backward, AdamW)
  infer K    K forward passes without gradients, after one
  losses K   K training steps from the weights of FILE, without noise in the gate
  quit
"""
import argparse
import json
import struct
import sys
import time

import torch
from torch.nn import functional as F

BALANCE, RATE, COMPARISON_RATE, DECAY = 0.01, 1e-3, 1e-4, 0.01


def read_weights(path):
    """All tensors of a safetensors file of float32, as leaves."""
    with open(path, "rb") as file:
        size = struct.unpack("<Q", file.read(8))[0]
        header = json.loads(file.read(size))
        data = bytearray(file.read())
    tensors = {}
    for name, entry in header.items():
        if name != "__metadata__":
            begin, end = entry["data_offsets"]
            flat = torch.frombuffer(data, dtype=torch.float32, count=(end - begin) // 4, offset=begin)
            tensors[name] = flat.view(entry["shape"]).clone().requires_grad_()
    return tensors


class Model:
    def __init__(self, options):
        self.heads, self.length, self.bottleneck = options.heads, options.length, options.bottleneck
        self.path = options.weights
        self.restart()

    def restart(self, rate=RATE):
        self.weights = read_weights(self.path)
        self.layers = 1 + max(int(name.split(".")[1]) for name in self.weights if name.startswith("block."))
        # Matrices decay; norms, biases and tables do not.
        tables = ("tokens.weight", "positions.weight", "experts.weight", "layers.weight")
        decayed = [w for name, w in self.weights.items() if w.dim() > 1 and not name.endswith(tables)]
        rest = [w for name, w in self.weights.items() if w.dim() == 1 or name.endswith(tables)]
        fused = tuple(int(part) for part in torch.__version__.split("+")[0].split(".")[:2]) >= (2, 4)
        self.optimizer = torch.optim.AdamW(
            [{"params": decayed, "weight_decay": DECAY}, {"params": rest, "weight_decay": 0.0}],
            lr=rate, **({"fused": True} if fused else {"foreach": True}))

    def linear(self, name, x):
        return F.linear(x, self.weights[name + ".weight"], self.weights.get(name + ".bias"))

    def norm(self, name, x):
        return F.layer_norm(x, x.shape[-1:], self.weights[name + ".weight"], self.weights[name + ".bias"])

    def attention(self, name, x):
        batch, length, width = x.shape
        packed = self.linear(name + ".qkv", x).view(batch, length, 3, self.heads, width // self.heads)
        query, key, value = packed.permute(2, 0, 3, 1, 4).unbind(0)
        mixed = F.scaled_dot_product_attention(query, key, value)
        return self.linear(name + ".out", mixed.transpose(1, 2).reshape(batch, length, width))

    def feed_forward(self, name, x):
        return self.linear(name + ".outer", F.gelu(self.linear(name + ".inner", x)))

    def hyper_experts(self, block, layer):
        """Down [N, d, b] and up [N, b, d] for each selected expert: at top-1 there are N sets."""
        table = self.weights[block + ".selection.experts.weight"]
        count, width = len(table), self.weights["tokens.weight"].shape[1]
        unselected = (table.sum(0) - table) / (count - 1)
        place = self.weights["hypernetwork.layers.weight"][layer].expand(count, -1)
        hidden = F.relu(self.linear("hypernetwork.hidden", torch.cat([unselected, place], 1)))
        down = self.linear("hypernetwork.down", hidden).view(count, width, self.bottleneck)
        up = self.linear("hypernetwork.up", hidden).view(count, self.bottleneck, width)
        return down.unbind(), up.unbind()

    def experts(self, block, layer, x, noisy, generated):
        logits = F.linear(x, self.weights[block + ".router.gate.weight"])
        if noisy:
            spread = F.linear(x, self.weights[block + ".router.noise.weight"])
            logits = torch.randn_like(logits) * F.softplus(spread) + logits
        probabilities = torch.softmax(logits, 1)
        count = logits.shape[1]
        scale, chosen = probabilities.max(1)
        sizes = torch.bincount(chosen, minlength=count)
        share = sizes / len(chosen)
        balance = count * torch.dot(share, probabilities.mean(0))
        order = torch.argsort(chosen)
        groups = x.index_select(0, order).split(sizes.tolist())
        busy = [e for e in range(count) if len(groups[e])]
        y = torch.cat([self.feed_forward(f"{block}.experts.{e}", groups[e]) for e in busy])
        y = y * scale.index_select(0, order)[:, None]
        if "hypernetwork.hidden.weight" in self.weights:
            down, up = generated if generated else self.hyper_experts(block, layer)
            y = y + torch.cat([F.relu(groups[e] @ down[e]) @ up[e] for e in busy])
        return y.index_select(0, torch.argsort(order)), balance

    def forward(self, tokens, noisy=False, generated=None):
        balance = []
        x = F.embedding(tokens, self.weights["tokens.weight"]) + self.weights["positions.weight"]
        for layer in range(self.layers):
            block = f"block.{layer}"
            x = x + self.attention(block + ".attention", self.norm(block + ".attention_norm", x))
            h = self.norm(block + ".feed_forward_norm", x)
            if block + ".router.gate.weight" in self.weights:
                y, loss = self.experts(block, layer, h.flatten(0, 1), noisy, generated and generated[layer])
                balance.append(loss)
                x = x + y.view_as(x)
            else:
                x = x + self.feed_forward(block + ".ffn", h)
        return self.linear("head", self.norm("norm", x).mean(1)), sum(balance)

    def train(self, tokens, classes, noisy=True):
        self.optimizer.zero_grad(set_to_none=True)
        logits, balance = self.forward(tokens, noisy)
        loss = F.cross_entropy(logits, classes) + BALANCE * balance
        loss.backward()
        self.optimizer.step()
        return loss.item()

    @torch.no_grad()
    def generate(self):
        """What inference computes once, since its weights stay as they are."""
        if "hypernetwork.hidden.weight" not in self.weights:
            return None
        return {layer: self.hyper_experts(f"block.{layer}", layer)
                for layer in range(self.layers) if f"block.{layer}.router.gate.weight" in self.weights}

    @torch.no_grad()
    def infer(self, tokens, generated):
        return self.forward(tokens, generated=generated)[0].sum().item()


def timed(times, work):
    seconds, cpu, loss = [], [], None
    for _ in range(times):
        busy, began = time.process_time(), time.perf_counter()
        loss = work()
        seconds.append(time.perf_counter() - began)
        cpu.append(time.process_time() - busy)
    return {"seconds": seconds, "cpu": cpu, "loss": loss}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--weights", required=True)
    for name in ("vocab", "heads", "length", "batch", "classes", "bottleneck", "threads"):
        parser.add_argument("--" + name, type=int, required=True)
    options = parser.parse_known_args()[0]
    torch.set_num_threads(options.threads)
    model = Model(options)
    count = options.batch * options.length
    tokens = (torch.arange(count) * 7919 % options.vocab).view(options.batch, options.length)
    classes = torch.arange(options.batch) % options.classes

    def answer(**fields):
        print(json.dumps(fields), flush=True)

    answer(torch=torch.__version__, parameters=sum(w.numel() for w in model.weights.values()))
    for line in sys.stdin:
        command, _, argument = line.strip().partition(" ")
        if command == "quit":
            break
        if command == "train":
            answer(**timed(int(argument), lambda: model.train(tokens, classes)))
        elif command == "infer":
            generated = model.generate()
            model.infer(tokens, generated)
            answer(**timed(int(argument), lambda: model.infer(tokens, generated)))
        elif command == "losses":
            model.restart(COMPARISON_RATE)
            losses = [model.train(tokens, classes, noisy=False) for _ in range(int(argument))]
            model.restart()
            answer(loss=losses)
        else:
            sys.exit(f"unknown command {command}")


if __name__ == "__main__":
    main()
