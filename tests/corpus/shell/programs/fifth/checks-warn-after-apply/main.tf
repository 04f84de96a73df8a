variable "replicas" {
  default = 1
}

resource "terraform_data" "queue" {
  input = var.replicas
  provisioner "local-exec" {
    command    = "echo 'ERROR: warm-up of cache failed: no such key'; exit 4"
    on_failure = continue
  }
}

check "redundancy" {
  assert {
    condition     = terraform_data.queue.output >= 2
    error_message = "Error: the queue has ${terraform_data.queue.output} replica, a failure of one host loses messages."
  }
}

resource "terraform_data" "clock" {
  input = timestamp()
}
