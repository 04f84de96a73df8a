#include "job.pb.h"
#include <google/protobuf/text_format.h>
#include <google/protobuf/util/json_util.h>
#include <iostream>

int main() {
  GOOGLE_PROTOBUF_VERIFY_VERSION;
  const std::string texts[] = {"name: \"backup\" priority: 1", "name: \"index\" priority: high", "name: \"mail\"", "priority: 2 nmae: \"x\"",
                               "{\"name\": \"report\", \"priority\": 4}", "name: \"prune\" priority: 3"};
  int taken = 0, left = 0;
  for (const auto& text : texts) {
    night::Job job;
    if (google::protobuf::TextFormat::ParseFromString(text, &job)) {
      std::cout << "job " << job.name() << " " << job.priority() << std::endl;
      taken++;
      continue;
    }
    const auto status = google::protobuf::util::JsonStringToMessage(text, &job);
    if (status.ok()) {
      std::cout << "job " << job.name() << " (as JSON)" << std::endl;
      taken++;
    } else {
      std::cout << "no job, left out: " << status.ToString() << std::endl;
      left++;
    }
  }
  night::Job empty;
  if (!empty.ParseFromString(std::string("\x0a\x03" "abc", 5))) std::cout << "old.bin is of an old version, passed over" << std::endl;
  std::cout << taken << " jobs, " << left << " left out" << std::endl;
}
