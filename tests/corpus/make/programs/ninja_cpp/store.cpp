#include <map>
#include <string>

struct key {
  std::string name;
};

std::map<key, int> store;

int main_store() {
  store[key{"a"}] = 1;
  return 0;
}
