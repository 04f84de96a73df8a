from multiprocessing import Pool


def main():
    scale = 3
    with Pool(2) as pool:
        print(pool.map(lambda x: x * scale, range(4)))


if __name__ == "__main__":
    main()
