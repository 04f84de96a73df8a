# The executable alone in an image: docker build --tag task-agent .
# BASE is any Debian 12; its packages come from config/packages.
ARG BASE=debian:12
FROM ${BASE} AS build
WORKDIR /src
COPY config/packages config/install-packages config/
RUN config/install-packages
COPY . .
RUN cmake --preset release -DTASK_AGENT_TESTS=OFF && cmake --build --preset release --target task-agent

FROM scratch
COPY --from=build /src/build/release/task-agent /task-agent
ENTRYPOINT ["/task-agent"]
