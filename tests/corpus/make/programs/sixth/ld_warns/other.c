__attribute__((common)) int errors;
