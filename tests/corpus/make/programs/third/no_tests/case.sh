case $1 in
error_paths) echo "error: bad path (expected)" ;;
fatal_exit) echo "FATAL: exit asked for"; exit 9 ;;
abort_on_oom) echo "Aborted (core dumped)"; exit 134 ;;
segfault_guard) echo "Segmentation fault guard is not on this kernel"; exit 77 ;;
esac
