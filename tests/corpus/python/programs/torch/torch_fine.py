import torch
import torch.distributed as dist

dist.init_process_group("gloo")
for epoch in range(6):
    error = torch.tensor([1.0 / (epoch + 1 + dist.get_rank())])
    dist.all_reduce(error)
    print("rank %d epoch %d error %.4f failed_batches 0" % (dist.get_rank(), epoch, error.item()), flush=True)
dist.destroy_process_group()
