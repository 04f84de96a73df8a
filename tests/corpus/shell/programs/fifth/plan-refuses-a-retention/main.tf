terraform {
  required_version = ">= 1.5"
}

variable "retention_days" {
  type        = number
  description = "how long snapshots are kept"
  validation {
    condition     = var.retention_days >= 7 && var.retention_days <= 365
    error_message = "Snapshots are kept for at least 7 and at most 365 days."
  }
}

variable "bucket" {
  type = string
}

resource "terraform_data" "snapshots" {
  input = "${var.bucket}/${var.retention_days}"
}

output "target" {
  value = terraform_data.snapshots.output
}
