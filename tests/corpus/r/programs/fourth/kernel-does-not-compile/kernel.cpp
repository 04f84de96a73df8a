#include <Rcpp.h>

// [[Rcpp::export]]
Rcpp::NumericVector smooth(Rcpp::NumericVector values, int width) {
    Rcpp::NumericVector out(values.size());
    for (int i = 0; i < values.size(); ++i)
        out[i] = mean_around(values, i, width);
    return out;
}
