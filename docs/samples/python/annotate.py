#!/usr/bin/env python3
"""Annotates a text through server reflection alone: no generated code, no .proto files.

usage: annotate.py HOST:PORT DATE < TEXT      prints one line an entity: id, type, name
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


def main():
    address, date = sys.argv[1:3]
    with grpc.insecure_channel(address) as channel:
        pool = describe(channel, SERVICE)
        method = pool.FindServiceByName(SERVICE).methods_by_name["Annotate"]
        request_class = message_class(pool, method.input_type.full_name)
        response_class = message_class(pool, method.output_type.full_name)
        annotate = channel.unary_unary(
            f"/{SERVICE}/Annotate",
            request_serializer=request_class.SerializeToString, response_deserializer=response_class.FromString)
        request = json_format.ParseDict(
            {"document": {"text": sys.stdin.read(), "documentDate": date}, "offsetEncoding": "OFFSET_ENCODING_UTF32"}, request_class())
        for entity in json_format.MessageToDict(annotate(request, timeout=30)).get("entities", []):
            print(entity["id"], entity["type"], entity["name"], sep="\t")


if __name__ == "__main__":
    main()
