"""Cyclic redundancy checks that Python does not bring, bit by bit from their definitions."""

import base64


def crc(content, polynomial, width):
    """Reflected, with all bits set at the start and inverted at the end; base64, big-endian, as S3 writes it."""
    mask = (1 << width) - 1
    table = []
    for byte in range(256):
        value = byte
        for _ in range(8):
            value = (value >> 1) ^ (polynomial if value & 1 else 0)
        table.append(value)
    value = mask
    for byte in content:
        value = table[(value ^ byte) & 0xFF] ^ (value >> 8)
    return base64.b64encode((value ^ mask).to_bytes(width // 8, "big")).decode()


def crc32(content):
    return crc(content, 0xEDB88320, 32)


def crc32c(content):
    return crc(content, 0x82F63B78, 32)


def crc64nvme(content):
    return crc(content, 0x9A6C9329AC4BC9B5, 64)
