# TorchScript, loaded by PyTorch itself (never by Python): operations on padded sequences.
class SequenceOperations(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool

  # q [B, L, h w], k and v [B, S, g w], bias broadcasts to [B, h, L, S] -> [B, L, h w]
  def attention(self: __torch__.SequenceOperations, q: Tensor, k: Tensor, v: Tensor, bias: Tensor, heads: int, width: int, scale: float, dropout: float) -> Tensor:
    batch = torch.size(q, 0)
    groups = torch.floordiv(torch.size(k, 2), width)
    share = torch.floordiv(heads, groups)
    qs = torch.transpose(torch.view(q, [batch, -1, heads, width]), 1, 2)
    ks = torch.transpose(torch.view(k, [batch, -1, groups, width]), 1, 2)
    vs = torch.transpose(torch.view(v, [batch, -1, groups, width]), 1, 2)
    if torch.gt(share, 1):
      all_ks = torch.repeat_interleave(ks, share, 1)
      all_vs = torch.repeat_interleave(vs, share, 1)
    else:
      all_ks = ks
      all_vs = vs
    if torch.eq(ops.prim.dtype(bias), ops.prim.dtype(qs)):
      mask = bias
    else:
      # The lowest float32 is no finite bfloat16, and a row of -inf has no softmax.
      mask = torch.type_as(torch.clamp(bias, -1e+38), qs)
    mixed = torch.scaled_dot_product_attention(qs, all_ks, all_vs, mask, dropout, False, scale=scale)
    return torch.reshape(torch.transpose(mixed, 1, 2), [batch, -1, torch.mul(heads, width)])

  # x [B, L, h w], cosine and sine [B or 1, L, w] -> [B, L, h w]
  def rotary(self: __torch__.SequenceOperations, x: Tensor, cosine: Tensor, sine: Tensor, heads: int) -> Tensor:
    width = torch.size(cosine, 2)
    apart = torch.view(x, [torch.size(x, 0), torch.size(x, 1), heads, width])
    halves = torch.chunk(apart, 2, -1)
    turned = torch.cat([torch.neg(halves[1]), halves[0]], -1)
    y = torch.add(torch.mul(apart, torch.unsqueeze(cosine, 2)), torch.mul(turned, torch.unsqueeze(sine, 2)))
    return torch.reshape(y, [torch.size(x, 0), torch.size(x, 1), torch.mul(heads, width)])

  # side: buckets of one direction; exact: how many of them hold a single distance
  def relative_buckets(self: __torch__.SequenceOperations, distances: Tensor, bidirectional: bool, side: int, exact: int, ratio: float) -> Tensor:
    if bidirectional:
      begin = torch.mul(torch.to(torch.gt(distances, 0), 4), side)
      size = torch.abs(distances)
    else:
      begin = torch.zeros_like(distances)
      size = torch.neg(torch.clamp(distances, None, 0))
    logs = torch.log(torch.div(torch.to(size, 6), exact))
    steps = torch.to(torch.mul(torch.div(logs, ratio), torch.sub(side, exact)), 4)
    far = torch.clamp(torch.add(steps, exact), None, torch.sub(side, 1))
    return torch.add(begin, torch.where(torch.lt(size, exact), size, far))

  # logits [.., V], labels [..] -> the mean over labels that are not -100
  def cross_entropy(self: __torch__.SequenceOperations, logits: Tensor, labels: Tensor, smoothing: float) -> Tensor:
    rows = torch.reshape(logits, [-1, torch.size(logits, -1)])
    return torch.cross_entropy_loss(rows, torch.reshape(labels, [-1]), None, 1, -100, smoothing)

  # logits [B, L, V], labels [B, L] -> the loss of each label, 0 for -100: [B, L]
  def token_losses(self: __torch__.SequenceOperations, logits: Tensor, labels: Tensor) -> Tensor:
    rows = torch.reshape(logits, [-1, torch.size(logits, -1)])
    losses = torch.cross_entropy_loss(rows, torch.reshape(labels, [-1]), None, 0, -100, 0.)
    return torch.reshape(losses, torch.size(labels))
