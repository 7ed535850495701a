# TorchScript, loaded by PyTorch itself (never by Python): operations on packed examples.
class PackedOperations(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool

  # q, k, v [n, h w]; slots [n]: place of each token in the padded batch of B x L;
  # mask [B, 1, 1, L] is added to the scores -> [n, h w]
  def attention(self: __torch__.PackedOperations, q: Tensor, k: Tensor, v: Tensor, slots: Tensor, mask: Tensor, batch: int, length: int, heads: int, width: int, dropout: float) -> Tensor:
    places = torch.mul(batch, length)
    size = torch.mul(heads, width)
    qkv = torch.cat([q, k, v], 1)
    padded = torch.index_copy(torch.new_zeros(qkv, [places, torch.mul(size, 3)]), 0, slots, qkv)
    parts = torch.unbind(torch.permute(torch.view(padded, [batch, length, 3, heads, width]), [2, 0, 3, 1, 4]))
    mixed = torch.scaled_dot_product_attention(parts[0], parts[1], parts[2], mask, dropout, False)
    flat = torch.reshape(torch.transpose(mixed, 1, 2), [places, size])
    return torch.index_select(flat, 0, slots)

  # table [V, d], indices [n]; the row `frozen` gets no gradient -> [n, d]
  def embedding(self: __torch__.PackedOperations, table: Tensor, indices: Tensor, frozen: int) -> Tensor:
    return torch.embedding(table, indices, frozen)
