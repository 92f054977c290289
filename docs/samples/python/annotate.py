#!/usr/bin/env python3
"""Annotates a text through server reflection alone: no generated code, no .proto files.

usage: annotate.py HOST:PORT DATE < TEXT
Prints one line an entity of the text (id, name), then, for each line of it as a document of its own, how many entities that has.
Needs grpcio and protobuf (Debian: python3-grpcio, python3-protobuf).
"""
import sys

import grpc
from google.protobuf import descriptor_pb2, descriptor_pool, json_format, message_factory

REFLECTION = "grpc.reflection.v1alpha"
SERVICE = "entityres.v1.ResolutionService"


def message_class(pool, name):
    descriptor = pool.FindMessageTypeByName(name)
    if hasattr(message_factory, "GetMessageClass"):
        return message_factory.GetMessageClass(descriptor)
    return message_factory.MessageFactory(pool).GetPrototype(descriptor)


def reflection_messages():
    """The three messages of the reflection protocol that are needed, described by hand."""
    field = descriptor_pb2.FieldDescriptorProto
    file = descriptor_pb2.FileDescriptorProto(name="reflection.proto", package=REFLECTION, syntax="proto3")
    request = file.message_type.add(name="ServerReflectionRequest")
    request.field.add(name="file_containing_symbol", number=4, type=field.TYPE_STRING, label=field.LABEL_OPTIONAL)
    files = file.message_type.add(name="FileDescriptorResponse")
    files.field.add(name="file_descriptor_proto", number=1, type=field.TYPE_BYTES, label=field.LABEL_REPEATED)
    response = file.message_type.add(name="ServerReflectionResponse")
    response.field.add(name="file_descriptor_response", number=4, type=field.TYPE_MESSAGE, label=field.LABEL_OPTIONAL,
                       type_name=f".{REFLECTION}.FileDescriptorResponse")
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return tuple(message_class(pool, f"{REFLECTION}.{name}")
                 for name in ("ServerReflectionRequest", "ServerReflectionResponse"))


def describe(channel, symbol):
    """A pool with the file that declares a symbol and all it imports, as the server describes them."""
    request_class, response_class = reflection_messages()
    reflect = channel.stream_stream(
        f"/{REFLECTION}.ServerReflection/ServerReflectionInfo",
        request_serializer=request_class.SerializeToString, response_deserializer=response_class.FromString)
    answer = next(iter(reflect(iter([request_class(file_containing_symbol=symbol)]))))
    files = {}
    for serialized in answer.file_descriptor_response.file_descriptor_proto:
        file = descriptor_pb2.FileDescriptorProto.FromString(serialized)
        files[file.name] = file
    pool = descriptor_pool.DescriptorPool()
    added = set()

    def add(name):
        if name in added:
            return
        added.add(name)
        for dependency in files[name].dependency:
            add(dependency)
        pool.Add(files[name])

    for name in files:
        add(name)
    return pool


class Resolver:
    """The calls of the resolver that this sample makes."""

    def __init__(self, channel):
        pool = describe(channel, SERVICE)
        methods = pool.FindServiceByName(SERVICE).methods_by_name
        self.request = message_class(pool, methods["Annotate"].input_type.full_name)
        self.annotate = self._call(channel.unary_unary, pool, methods["Annotate"])
        self.annotate_all = self._call(channel.stream_stream, pool, methods["StreamAnnotate"])

    @staticmethod
    def _call(kind, pool, method):
        return kind(
            f"/{SERVICE}/{method.name}",
            request_serializer=lambda message: message.SerializeToString(),
            response_deserializer=message_class(pool, method.output_type.full_name).FromString)

    def ask(self, text, date, document_id=""):
        return json_format.ParseDict(
            {"document": {"id": document_id, "text": text, "documentDate": date}, "offsetEncoding": "OFFSET_ENCODING_UTF32"},
            self.request())


def main():
    address, date = sys.argv[1:3]
    text = sys.stdin.read()
    with grpc.insecure_channel(address) as channel:
        resolver = Resolver(channel)
        for entity in resolver.annotate(resolver.ask(text, date), timeout=30).entities:
            print(entity.id, entity.name, sep="\t")
        lines = text.strip().split("\n")
        documents = (resolver.ask(line, date, f"line {i}") for i, line in enumerate(lines, start=1))
        for answer in resolver.annotate_all(documents):
            is_answered = answer.WhichOneof("result") == "response"
            print(answer.document_id, len(answer.response.entities) if is_answered else answer.error.message, sep="\t")


if __name__ == "__main__":
    try:
        main()
    except grpc.RpcError as failed:
        sys.exit(f"{failed.code().name}: {failed.details()}")
