/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack-fixture.h"

G_BEGIN_DECLS

/**
 * MadeFile:
 * @name: its name
 * @name_length: of @name, where it holds a nul; else 0
 * @bytes: (nullable): what is in it
 * @packed: (nullable): what stands for that in the zip; else @bytes
 * @flags: of its header
 * @method: likewise
 * @version: that is needed, or 0 for 2.0
 * @made_by: of the directory
 * @attributes: likewise
 * @later: whether its sum and sizes stand behind it
 * @unmarked: whether they do so without a mark
 * @extra: (nullable): what else stands in its header
 * @central_extra: (nullable): and in the directory
 * @central_name: (nullable): what the directory calls it
 * @comment: (nullable): what the directory says of it
 * @add_crc: what is added to its sum
 * @add_size: to its size
 * @add_packed: to its packed size
 * @add_central_crc: the same of the directory
 * @add_central_size: likewise
 * @add_central_packed: likewise
 * @add_offset: likewise
 * @central_flags: what is added to its flags there
 * @only_central: whether the directory lists it without its being there
 * @only_local: whether the directory does not list it
 *
 * A file of a zip, with the lies that are told of it.
 */
typedef struct
{
  const char *name;
  gsize name_length;
  GBytes *bytes;
  GBytes *packed;
  guint16 flags;
  guint16 method;
  guint16 version;
  guint16 made_by;
  guint32 attributes;
  gboolean later;
  gboolean unmarked;
  GBytes *extra;
  GBytes *central_extra;
  const char *central_name;
  const char *comment;
  guint32 add_crc;
  guint32 add_size;
  guint32 add_packed;
  guint32 add_central_crc;
  guint32 add_central_size;
  guint32 add_central_packed;
  guint32 add_offset;
  guint16 central_flags;
  gboolean only_central;
  gboolean only_local;
} MadeFile;

/**
 * MadeEnd:
 * @before: (nullable): what stands before all else
 * @between: (nullable): what stands before the directory
 * @before_end: (nullable): what stands before the end
 * @after: (nullable): what stands after it
 * @comment: (nullable): the zip's own comment
 * @add_disk: what is added to the number of its disk
 * @add_count: to how many files there are
 * @add_size: to the directory's size
 * @add_offset: to where it is
 *
 * The rest of a zip, with lies.
 */
typedef struct
{
  GBytes *before;
  GBytes *between;
  GBytes *before_end;
  GBytes *after;
  const char *comment;
  guint16 add_disk;
  guint16 add_count;
  guint32 add_size;
  guint32 add_offset;
} MadeEnd;

GBytes *zip_make (const MadeFile *files, guint n_files, const MadeEnd *end);
/* What deflate makes of it. */
GBytes *zip_deflate (GBytes *bytes);

/* The files of the pack: mimetype, manifest, signature, parts. What it gives is let go of by made_clear(). */
guint made_from (Packing *self, const char *manifest, AccordKeyPair *signer, MadeFile *files);
void made_clear (MadeFile *files, guint n_files);

G_END_DECLS
