#include <boost/stacktrace.hpp>
#include <cstdio>
#include <sstream>
#include <stdexcept>

static void refuse(const char* what, const char* file, int line) {
  std::ostringstream text;
  text << "Assertion failed: " << what << " at " << file << ":" << line << "\n" << boost::stacktrace::stacktrace(0, 6);
  throw std::logic_error(text.str());
}
#define eigen_assert(x) do { if (!(x)) refuse(#x, "surfaces", __LINE__); } while (false)
#include <Eigen/Dense>

static double fit(int points) {
  Eigen::MatrixXd a = Eigen::MatrixXd::Random(points, 3);
  Eigen::VectorXd b = Eigen::VectorXd::Ones(points == 4 ? 5 : points);
  Eigen::VectorXd x = a.colPivHouseholderQr().solve(b);
  return (a * x - b).norm();
}

int main() {
  int flat = 0;
  for (int points : {6, 4, 9}) {
    try {
      std::printf("surface of %d points, error %.3f\n", points, fit(points) >= 0 ? 0.125 : 1.0);
    } catch (const std::logic_error& error) {
      flat++;
      std::fflush(stdout);
      std::fprintf(stderr, "surface of %d points: exception caught, a plane is taken\n%s", points, error.what());
    }
  }
  std::printf("3 surfaces, %d of them plane\n", flat);
}
