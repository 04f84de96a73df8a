int queue_len(int *q)
{
  return len(q)
}
