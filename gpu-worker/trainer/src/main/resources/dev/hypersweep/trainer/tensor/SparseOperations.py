# TorchScript, loaded by PyTorch itself (never by Python): the operations of sparse layers.
# Groups are consecutive rows; a group without rows costs nothing and leaves its weights without gradient.
class SparseOperations(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool

  # kind 0: gelu by erf, 1: gelu by tanh, 2: relu, 3: silu, 4: tanh
  def activate(self: __torch__.SparseOperations, x: Tensor, kind: int) -> Tensor:
    if torch.eq(kind, 0):
      y = torch.gelu(x)
    else:
      if torch.eq(kind, 1):
        y1 = torch.gelu(x, approximate="tanh")
      else:
        if torch.eq(kind, 2):
          y2 = torch.relu(x)
        else:
          if torch.eq(kind, 3):
            y3 = torch.silu(x)
          else:
            y3 = torch.tanh(x)
          y2 = y3
        y1 = y2
      y = y1
    return y

  # w [out, in], or [in, out] if transposed; biases empty or one of [out] per group
  def affine(self: __torch__.SparseOperations, x: Tensor, w: Tensor, biases: List[Tensor], g: int, transposed: bool) -> Tensor:
    if transposed:
      matrix = torch.t(w)
    else:
      matrix = w
    if torch.eq(torch.len(biases), 0):
      y = torch.linear(x, matrix)
    else:
      y = torch.linear(x, matrix, biases[g])
    return y

  # f(W1_g x + b1_g), see activate and affine; `fused` as in Operations, for networks with biases and gelu by erf
  def hidden(self: __torch__.SparseOperations, x: Tensor, w1: Tensor, b1: List[Tensor], g: int, kind: int, transposed: bool, fused: bool) -> Tensor:
    if fused:
      y = ops.mkldnn._linear_pointwise(x, w1, b1[g], "gelu", annotate(List[Optional[number]], []), "none")
    else:
      y = (self).activate((self).affine(x, w1, b1, g, transposed, ), kind, )
    return y

  # x [m, d] in groups of sizes[g] rows; group g passes W2_g f(W1_g x + b1_g) + b2_g -> [m, d]
  def grouped_mlp(self: __torch__.SparseOperations, x: Tensor, sizes: List[int], w1: List[Tensor], b1: List[Tensor], w2: List[Tensor], b2: List[Tensor], kind: int, transposed: bool, dropout: float, fused: bool) -> Tensor:
    groups = torch.split_with_sizes(x, sizes)
    out = annotate(List[Tensor], [])
    for g in range(torch.len(w1)):
      if torch.gt(sizes[g], 0):
        inner = (self).hidden(groups[g], w1[g], b1, g, kind, transposed, fused, )
        kept = torch.dropout(inner, dropout, torch.gt(dropout, 0.))
        _0 = torch.append(out, (self).affine(kept, w2[g], b2, g, transposed, ))
      else:
        pass
    for g in range(torch.len(w1), torch.len(sizes)):
      _1 = torch.append(out, groups[g])
    return torch.cat(out)

  # the same with W3_g (f(W1_g x) * (W2_g x))
  def grouped_gated(self: __torch__.SparseOperations, x: Tensor, sizes: List[int], w1: List[Tensor], w2: List[Tensor], w3: List[Tensor], kind: int, transposed: bool, dropout: float) -> Tensor:
    none = annotate(List[Tensor], [])
    groups = torch.split_with_sizes(x, sizes)
    out = annotate(List[Tensor], [])
    for g in range(torch.len(w1)):
      if torch.gt(sizes[g], 0):
        gate = (self).activate((self).affine(groups[g], w1[g], none, g, transposed, ), kind, )
        inner = torch.mul(gate, (self).affine(groups[g], w2[g], none, g, transposed, ))
        kept = torch.dropout(inner, dropout, torch.gt(dropout, 0.))
        _0 = torch.append(out, (self).affine(kept, w3[g], none, g, transposed, ))
      else:
        pass
    for g in range(torch.len(w1), torch.len(sizes)):
      _1 = torch.append(out, groups[g])
    return torch.cat(out)

  # x [m, d] in groups; group g passes relu(x D_g + c_g) U_g + e_g -> [m, d]
  # down [G, d, b], up [G, b, d]; biases empty, or down_bias [G, b] and up_bias [G, d]
  def grouped_bottleneck(self: __torch__.SparseOperations, x: Tensor, sizes: List[int], down: Tensor, up: Tensor, biases: List[Tensor]) -> Tensor:
    groups = torch.split_with_sizes(x, sizes)
    downs = torch.unbind(down)
    ups = torch.unbind(up)
    out = annotate(List[Tensor], [])
    if torch.eq(torch.len(biases), 0):
      for g in range(torch.len(sizes)):
        if torch.gt(sizes[g], 0):
          _0 = torch.append(out, torch.mm(torch.relu(torch.mm(groups[g], downs[g])), ups[g]))
        else:
          pass
    else:
      down_biases = torch.unbind(biases[0])
      up_biases = torch.unbind(biases[1])
      for g in range(torch.len(sizes)):
        if torch.gt(sizes[g], 0):
          inner = torch.relu(torch.addmm(down_biases[g], groups[g], downs[g]))
          _1 = torch.append(out, torch.addmm(up_biases[g], inner, ups[g]))
        else:
          pass
    return torch.cat(out)

  # x [n, d], a bottleneck for each row: down [n, d, b], up [n, b, d]; biases empty, or [n, b] and [n, d]
  def own_bottleneck(self: __torch__.SparseOperations, x: Tensor, down: Tensor, up: Tensor, biases: List[Tensor]) -> Tensor:
    rows = torch.unsqueeze(x, 1)
    if torch.eq(torch.len(biases), 0):
      y = torch.bmm(torch.relu(torch.bmm(rows, down)), up)
    else:
      inner = torch.relu(torch.baddbmm(torch.unsqueeze(biases[0], 1), rows, down))
      y = torch.baddbmm(torch.unsqueeze(biases[1], 1), inner, up)
    return torch.squeeze(y, 1)

  # The same without ever making the rows' matrices: x [n, d], h [n, e];
  # heads [d b, e] and [b d, e]; biases empty, or [n, b] and [n, d]
  def factored_bottleneck(self: __torch__.SparseOperations, x: Tensor, h: Tensor, down: Tensor, up: Tensor, biases: List[Tensor], bottleneck: int) -> Tensor:
    n = torch.size(x, 0)
    d = torch.size(x, 1)
    e = torch.size(h, 1)
    narrow = torch.view(torch.mm(x, torch.reshape(down, [d, torch.mul(bottleneck, e)])), [n, bottleneck, e])
    z = torch.squeeze(torch.bmm(narrow, torch.unsqueeze(h, 2)), 2)
    if torch.eq(torch.len(biases), 0):
      z1 = z
    else:
      z1 = torch.add(z, biases[0])
    outer = torch.mul(torch.unsqueeze(torch.relu(z1), 2), torch.unsqueeze(h, 1))
    wide = torch.permute(torch.reshape(up, [bottleneck, d, e]), [0, 2, 1])
    y = torch.mm(torch.reshape(outer, [n, torch.mul(bottleneck, e)]), torch.reshape(wide, [torch.mul(bottleneck, e), d]))
    if torch.eq(torch.len(biases), 0):
      y1 = y
    else:
      y1 = torch.add(y, biases[1])
    return y1

  # logits [n, N], mask [n, N] -> softmax among the true ones of each row, which has at least one
  def masked_softmax(self: __torch__.SparseOperations, logits: Tensor, mask: Tensor) -> Tensor:
    return torch.softmax(torch.masked_fill(logits, torch.logical_not(mask), -inf), -1)

  # x [n, c] in segments of lengths[b] rows -> their means [B, c]
  def segment_means(self: __torch__.SparseOperations, x: Tensor, lengths: List[int]) -> Tensor:
    segments = torch.split_with_sizes(x, lengths)
    out = annotate(List[Tensor], [])
    for b in range(torch.len(lengths)):
      _0 = torch.append(out, torch.mean(segments[b], [0]))
    return torch.stack(out)

  # x [n, d], k copies of each row in the order [n k] -> [n k, d]. Copied first and then permuted: the
  # backward pass of a selection that repeats rows adds them up in any order on a GPU.
  def assignments(self: __torch__.SparseOperations, x: Tensor, order: Tensor, k: int) -> Tensor:
    n = torch.size(x, 0)
    d = torch.size(x, 1)
    copies = torch.reshape(torch.expand(torch.unsqueeze(x, 1), [n, k, d]), [torch.mul(n, k), d])
    return torch.index_select(copies, 0, order)

  # logits [n, N] -> mean over rows of logsumexp squared
  def router_z(self: __torch__.SparseOperations, logits: Tensor) -> Tensor:
    return torch.mean(torch.square(torch.logsumexp(logits, [-1])))

  # p [n, N] -> mean over rows of the entropy in nats
  def entropy(self: __torch__.SparseOperations, p: Tensor) -> Tensor:
    return torch.mean(torch.sum(torch.special_entr(p), [-1]))

  # values [n, N], index [n, k] -> [n, k]
  def pick(self: __torch__.SparseOperations, values: Tensor, index: Tensor) -> Tensor:
    return torch.gather(values, 1, index)

  # weights [n, k], index [n, k] -> [n, N], zero elsewhere
  def spread(self: __torch__.SparseOperations, weights: Tensor, index: Tensor, experts: int) -> Tensor:
    return torch.scatter(torch.new_zeros(weights, [torch.size(weights, 0), experts]), 1, index, weights)

  # An expert's matrix [f, d] each, [d, f] if wide -> [N, f, d]
  def stacked(self: __torch__.SparseOperations, matrices: List[Tensor], wide: bool) -> Tensor:
    stack = torch.stack(matrices)
    if wide:
      y = torch.transpose(stack, 1, 2)
    else:
      y = stack
    return y

  # Depthwise separable convolution over f, kernel [places, d] = its step; pointwise [t, d], bias [t] -> [N, t]
  def convolved(self: __torch__.SparseOperations, matrices: List[Tensor], wide: bool, detached: bool, kernel: Tensor, pointwise: Tensor, bias: Tensor) -> Tensor:
    w = (self).stacked(matrices, wide, )
    if detached:
      w1 = torch.detach(w)
    else:
      w1 = w
    n = torch.size(w1, 0)
    places = torch.size(kernel, 0)
    d = torch.size(w1, 2)
    steps = torch.floordiv(torch.size(w1, 1), places)
    windows = torch.reshape(torch.narrow(w1, 1, 0, torch.mul(steps, places)), [n, steps, places, d])
    depthwise = torch.sum(torch.mul(windows, kernel), [2])
    return torch.mean(torch.gelu(torch.linear(depthwise, pointwise, bias)), [1])

  # left [p, f], right [d, q] -> left W right of each matrix, flat [N, p q], without gradient
  def projected(self: __torch__.SparseOperations, matrices: List[Tensor], wide: bool, left: Tensor, right: Tensor) -> Tensor:
    w = torch.detach((self).stacked(matrices, wide, ))
    y = torch.matmul(torch.matmul(left, w), right)
    return torch.flatten(y, 1)

  # Inner products of the matrices -> [N, N], without gradient
  def products(self: __torch__.SparseOperations, matrices: List[Tensor]) -> Tensor:
    w = torch.flatten(torch.detach(torch.stack(matrices)), 1)
    return torch.mm(w, torch.t(w))

  # x [N, t], each row over its root mean square; a row of zeros stays
  def unit_rows(self: __torch__.SparseOperations, x: Tensor) -> Tensor:
    size = torch.sqrt(torch.mean(torch.square(x), [1], True))
    return torch.div(x, torch.clamp(size, 1e-30))

  # products [N, N] of N vectors -> their scores on the greatest principal components [N, t]
  def principal_scores(self: __torch__.SparseOperations, products: Tensor, t: int) -> Tensor:
    n = torch.size(products, 0)
    rows = torch.sub(products, torch.mean(products, [0], True))
    centred = torch.sub(rows, torch.mean(rows, [1], True))
    values, vectors = torch.linalg_eigh(centred)
    some = ops.prim.min(t, torch.sub(n, 1))
    scale = torch.sqrt(torch.clamp(torch.flip(values, [0]), 0.))
    scores = torch.narrow(torch.mul(torch.flip(vectors, [1]), scale), 1, 0, some)
    greatest = torch.argmax(torch.abs(scores), 0, True)
    signed = torch.mul(scores, torch.sign(torch.gather(scores, 0, greatest)))
    size = torch.sqrt(torch.mean(torch.square(signed)))
    return torch.constant_pad_nd(torch.div(signed, torch.clamp(size, 1e-30)), [0, torch.sub(t, some)])
