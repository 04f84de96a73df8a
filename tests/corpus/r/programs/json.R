for (i in 1:20) cat(sprintf('{"seq":%d,"error":null,"residual_error":%.3f}\n', i, 1 / i))
