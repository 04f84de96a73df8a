#include <jni.h>

JNIEXPORT jlong JNICALL Java_Native_sum(JNIEnv *env, jclass c, jintArray numbers, jint n) {
    volatile int *p = numbers ? (*env)->GetIntArrayElements(env, numbers, 0) : (int *)8;
    jlong sum = 0;
    for (int i = 0; i < n; i++)
        sum += p[i];
    return sum;
}
