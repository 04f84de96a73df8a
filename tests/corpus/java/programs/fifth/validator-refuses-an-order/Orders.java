import java.util.Set;
import java.util.stream.Collectors;
import javax.validation.ConstraintViolation;
import javax.validation.ConstraintViolationException;
import javax.validation.Validation;
import javax.validation.Validator;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;

public class Orders {
    @NotNull @Pattern(regexp = "[A-Z]-\\d+") String sku;
    @Min(1) int count;

    Orders(String sku, int count) {
        this.sku = sku;
        this.count = count;
    }

    static void accept(Validator validator, Orders order) {
        Set<ConstraintViolation<Orders>> found = validator.validate(order);
        if (!found.isEmpty()) {
            String text = found.stream().map(v -> v.getPropertyPath() + " " + v.getMessage()).sorted().collect(Collectors.joining(", "));
            throw new ConstraintViolationException(text, found); // RAISES
        }
        System.out.println("accepted " + order.sku);
    }

    public static void main(String[] args) {
        Validator validator = Validation.byDefaultProvider().configure()
            .messageInterpolator(new org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator()).buildValidatorFactory().getValidator();
        accept(validator, new Orders("A-1", 3));
        accept(validator, new Orders("b1", 0));
    }
}
