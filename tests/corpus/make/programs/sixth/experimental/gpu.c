#include <vulkan/vulkan_next.h>

int main(void)
{
    return 0;
}
