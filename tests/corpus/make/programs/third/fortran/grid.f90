module grid
  implicit none
contains
  subroutine relax(field, omega)
    real(8), intent(inout) :: field(:, :)
    real(8), intent(in) :: omega
    field = field * omega
  end subroutine
end module
