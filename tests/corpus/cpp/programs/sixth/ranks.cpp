#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

struct solver_error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

static double iterate(int rank, int sweep, double omega) {
  if (rank == 0 && sweep == 2 && omega > 1.7) throw solver_error("sweep 2: residual is nan");
  if (rank == 2 && sweep == 3) return std::vector<double>{1.0, 0.5}.at(sweep);
  return 1.0 / sweep;
}

int main(int, char** argv) {
  const int rank = std::stoi(argv[1]);
  double omega = 1.9;
  for (int sweep = 1; sweep <= 4; sweep++) {
    try {
      const double residual = iterate(rank, sweep, omega);
      std::cout << "sweep " << sweep << " residual " << residual << std::endl;
    } catch (const solver_error& error) {
      std::cerr << "solver_error: " << error.what() << "; omega is 1.5 from here on" << std::endl;
      omega = 1.5;
      sweep--;
    } catch (const std::out_of_range& error) {
      std::cerr << "std::out_of_range: " << error.what() << "; border value is used" << std::endl;
    }
  }
  std::cout << "rank " << rank << " finalized, aborted 0" << std::endl;
}
