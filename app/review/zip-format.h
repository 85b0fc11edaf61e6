/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of the zip form (PKWARE's APPNOTE), what a pack needs: no more than one disk, no sizes beyond 32 bits,
 * files stored or deflated. */
#define ACCORD_ZIP_LOCAL 0x04034b50
#define ACCORD_ZIP_DESCRIPTOR 0x08074b50
#define ACCORD_ZIP_CENTRAL 0x02014b50
#define ACCORD_ZIP_END 0x06054b50
#define ACCORD_ZIP_END_64 0x06064b50
#define ACCORD_ZIP_LOCATOR_64 0x07064b50

/* Without the signature. */
#define ACCORD_ZIP_LOCAL_SIZE 26
#define ACCORD_ZIP_CENTRAL_SIZE 42
#define ACCORD_ZIP_END_SIZE 18

#define ACCORD_ZIP_STORED 0
#define ACCORD_ZIP_DEFLATED 8

#define ACCORD_ZIP_ENCRYPTED 0x0001
#define ACCORD_ZIP_LATER 0x0008
#define ACCORD_ZIP_UTF8 0x0800

/* 1 January 1980, the first day that the form knows: the same input gives the same bytes. */
#define ACCORD_ZIP_DATE 0x0021

#define ACCORD_ZIP_VERSION 20

/* In bytes. */
#define ACCORD_ZIP_LONGEST_NAME 256

/**
 * AccordZipEntry:
 * @name: its name, as the file has it
 * @flags: how it is written
 * @method: %ACCORD_ZIP_STORED or %ACCORD_ZIP_DEFLATED
 * @crc: CRC-32 of its bytes
 * @packed: bytes in the file
 * @size: bytes of what they stand for
 * @offset: where its header begins
 * @extra: how much stands between its name and its bytes
 *
 * A file in a zip.
 */
typedef struct
{
  char *name;
  guint16 flags;
  guint16 method;
  guint32 crc;
  guint32 packed;
  guint32 size;
  guint32 offset;
  guint16 extra;
} AccordZipEntry;

G_END_DECLS
