last <- if (length(commandArgs(TRUE))) 1000 else 8
for (i in seq_len(last)) {
  cat(sprintf("chain %d  Std.Error %.4f  errors 0\n", i, 1 / sqrt(i)))
  if (last > 100) Sys.sleep(0.2)
}
quit(save = "no", status = 4)
