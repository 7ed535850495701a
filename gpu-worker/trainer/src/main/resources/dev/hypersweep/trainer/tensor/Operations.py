# TorchScript, loaded by PyTorch itself (never by Python): the operations that DJL has no door for.
class Operations(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool

  # qkv [n, 3 d] of the n valid tokens; slots [n], rising: place of each in the padded batch of B x L;
  # mask [B, 1, 1, L] true where a token is -> [n, d]
  def attention(self: __torch__.Operations, qkv: Tensor, slots: Tensor, mask: Tensor, batch: int, length: int, heads: int, width: int, dropout: float) -> Tensor:
    places = torch.mul(batch, length)
    if torch.eq(torch.size(qkv, 0), places):
      y = (self).attend(qkv, None, batch, length, heads, width, dropout, )
    else:
      padded = torch.index_copy(torch.new_zeros(qkv, [places, torch.size(qkv, 1)]), 0, slots, qkv)
      y = torch.index_select((self).attend(padded, mask, batch, length, heads, width, dropout, ), 0, slots)
    return y

  def attend(self: __torch__.Operations, qkv: Tensor, mask: Optional[Tensor], batch: int, length: int, heads: int, width: int, dropout: float) -> Tensor:
    parts = torch.unbind(torch.permute(torch.view(qkv, [batch, length, 3, heads, width]), [2, 0, 3, 1, 4]))
    mixed = torch.scaled_dot_product_attention(parts[0], parts[1], parts[2], mask, dropout, False)
    return torch.reshape(torch.transpose(mixed, 1, 2), [torch.mul(batch, length), torch.mul(heads, width)])

  # x [n, d] -> W2 gelu(W1 x + b1) + b2 [n, d]; `fused`: oneDNN adds b1 and applies gelu while the product
  # is at hand, on the CPU, in float32, without gradient
  def feed_forward(self: __torch__.Operations, x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor, fused: bool) -> Tensor:
    if fused:
      inner = ops.mkldnn._linear_pointwise(x, w1, b1, "gelu", annotate(List[Optional[number]], []), "none")
    else:
      inner = torch.gelu(torch.linear(x, w1, b1))
    return torch.linear(inner, w2, b2)

  # ScalarType 15: bfloat16
  def to_bfloat16(self: __torch__.Operations, x: Tensor) -> Tensor:
    return torch.to(x, 15)

  # ScalarType 6: float32
  def to_float32(self: __torch__.Operations, x: Tensor) -> Tensor:
    return torch.to(x, 6)

  def scale(self: __torch__.Operations, x: Tensor, factor: float) -> Tensor:
    return torch.mul(x, factor)

  def shift(self: __torch__.Operations, x: Tensor, term: float) -> Tensor:
    return torch.add(x, term)

  # x [.., d], gain [d]: x over its root mean square
  def rms_norm(self: __torch__.Operations, x: Tensor, gain: Tensor, epsilon: float) -> Tensor:
    scale = torch.rsqrt(torch.add(torch.mean(torch.square(x), [-1], True), epsilon))
    return torch.mul(torch.mul(x, scale), gain)

  def gelu_tanh(self: __torch__.Operations, x: Tensor) -> Tensor:
    return torch.gelu(x, approximate="tanh")

  def silu(self: __torch__.Operations, x: Tensor) -> Tensor:
    return torch.silu(x)

  # The distribution function of N(0, 1), by element.
  def normal_cdf(self: __torch__.Operations, x: Tensor) -> Tensor:
    return torch.mul(torch.erfc(torch.mul(x, -0.7071067811865476)), 0.5)

  # v [N] -> its unbiased variance over its squared mean
  def squared_variation(self: __torch__.Operations, v: Tensor) -> Tensor:
    return torch.div(torch.var(v, True), torch.add(torch.square(torch.mean(v)), 1e-10))

  # x [n, d], rows [m] -> [m, d]
  def rows(self: __torch__.Operations, x: Tensor, rows: Tensor) -> Tensor:
    return torch.index_select(x, 0, rows)

  # x [n, d], segments [n] in 0..B-1, scale [B, 1] -> [B, d]: the scaled sum of each segment
  def pool(self: __torch__.Operations, x: Tensor, segments: Tensor, scale: Tensor) -> Tensor:
    member = torch.type_as(torch.one_hot(segments, torch.size(scale, 0)), x)
    return torch.mm(torch.t(torch.mul(member, torch.t(scale))), x)

  # logits [B, C], classes [B] -> mean cross-entropy, rows of class -100 left out
  def cross_entropy(self: __torch__.Operations, logits: Tensor, classes: Tensor, smoothing: float) -> Tensor:
    return torch.cross_entropy_loss(logits, classes, None, 1, -100, smoothing)

  # The global norm of all gradients; they are scaled in place to at most `limit` if limit > 0.
  def clip(self: __torch__.Operations, gradients: List[Tensor], limit: float) -> Tensor:
    norm = torch.linalg_vector_norm(torch.stack(torch._foreach_norm(gradients)))
    if torch.gt(limit, 0.):
      scale = torch.clamp(torch.mul(torch.reciprocal(torch.add(norm, 1e-06)), limit), None, 1.)
      torch._foreach_mul_(gradients, scale)
    else:
      pass
    return norm

  def multiply(self: __torch__.Operations, tensors: List[Tensor], factor: float) -> NoneType:
    torch._foreach_mul_(tensors, factor)
    return None

  def add(self: __torch__.Operations, tensors: List[Tensor], terms: List[Tensor]) -> NoneType:
    torch._foreach_add_(tensors, terms)
    return None

  # AdamW, in place, as torch.optim.AdamW(fused=True) has it: every number is read and written once.
  # `step` counts from 1 and is exact up to 2^24; ScalarType 6: float32. The kernel goes through memory
  # without asking for strides, so gradients are laid out as the weights are.
  def adamw(self: __torch__.Operations, weights: List[Tensor], gradients: List[Tensor], first: List[Tensor], second: List[Tensor], step: int, rate: float, beta1: float, beta2: float, decay: float, epsilon: float) -> NoneType:
    steps = torch.mul([torch.new_full(weights[0], annotate(List[int], []), step, dtype=6)], torch.len(weights))
    rows = annotate(List[Tensor], [])
    for i in range(torch.len(weights)):
      if torch.is_contiguous(weights[i]):
        pass
      else:
        ops.prim.RaiseException("adamw: weights must be contiguous")
      _0 = torch.append(rows, torch.contiguous(gradients[i]))
    torch._fused_adamw_(weights, rows, first, second, annotate(List[Tensor], []), steps, lr=rate, beta1=beta1, beta2=beta2, weight_decay=decay, eps=epsilon, amsgrad=False, maximize=False)
    return None

  # Adam, in place; weight decay is not part of it.
  def adam(self: __torch__.Operations, weights: List[Tensor], gradients: List[Tensor], first: List[Tensor], second: List[Tensor], rate1: float, beta2: float, rate2: float, root_correction: float, epsilon: float, step_size: float) -> NoneType:
    torch._foreach_lerp_(first, gradients, rate1)
    torch._foreach_mul_(second, beta2)
    torch._foreach_addcmul_(second, gradients, gradients, rate2)
    denominator = torch._foreach_sqrt(second)
    torch._foreach_add_(denominator, torch.mul(epsilon, root_correction))
    torch._foreach_addcdiv_(weights, first, denominator, torch.mul(step_size, root_correction))
    return None

  # The same, a tensor at a time: its five arrays stay in the cache from the first operation to the last.
  def adam_by_tensor(self: __torch__.Operations, weights: List[Tensor], gradients: List[Tensor], first: List[Tensor], second: List[Tensor], rate1: float, beta2: float, rate2: float, root_correction: float, epsilon: float, step_size: float) -> NoneType:
    floor = torch.mul(epsilon, root_correction)
    step = torch.mul(step_size, root_correction)
    for i in range(torch.len(weights)):
      g = gradients[i]
      m = torch.lerp_(first[i], g, rate1)
      v = torch.addcmul_(torch.mul_(second[i], beta2), g, g, value=rate2)
      _0 = torch.addcdiv_(weights[i], m, torch.add_(torch.sqrt(v), floor), value=step)
    return None

  # Adafactor, in place: rows and columns are the factors of the second moments if `factored`, else
  # rows are the second moments. `rate` is multiplied by the size of each parameter if `scaled`.
  def adafactor(self: __torch__.Operations, factored: bool, weights: List[Tensor], gradients: List[Tensor], rows: List[Tensor], columns: List[Tensor], first: List[Tensor], rate: float, scaled: bool, beta1: float, rate1: float, beta2: float, rate2: float, decay: float) -> NoneType:
    for i in range(torch.len(weights)):
      w = weights[i]
      row = rows[i]
      squares = torch.add(torch.square(gradients[i]), 1e-30)
      if factored:
        column = columns[i]
        _0 = torch.add_(torch.mul_(row, beta2), torch.mean(squares, [-1]), alpha=rate2)
        _1 = torch.add_(torch.mul_(column, beta2), torch.mean(squares, [-2]), alpha=rate2)
        row_factor = torch.unsqueeze(torch.rsqrt(torch.div(row, torch.mean(row, [-1], True))), -1)
        scale = torch.mul(row_factor, torch.unsqueeze(torch.rsqrt(column), -2))
      else:
        _2 = torch.add_(torch.mul_(row, beta2), squares, alpha=rate2)
        scale = torch.rsqrt(row)
      raw = torch.mul(scale, gradients[i])
      size = torch.sqrt(torch.mean(torch.square(raw)))
      clipped = torch.div(raw, torch.clamp(size, 1., None))
      if scaled:
        own_rate = torch.mul(torch.clamp(torch.sqrt(torch.mean(torch.square(w))), 0.001, None), rate)
      else:
        own_rate = torch.mul(torch.ones_like(size), rate)
      update = torch.mul(clipped, own_rate)
      if torch.gt(beta1, 0.):
        moved = torch.add_(torch.mul_(first[i], beta1), update, alpha=rate1)
      else:
        moved = update
      if torch.lt(decay, 0.):
        _3 = torch.add_(w, torch.mul(torch.mul(w, own_rate), decay))
      else:
        pass
      _4 = torch.sub_(w, moved)
    return None
