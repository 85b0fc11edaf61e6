/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack-writer.h"
#include "pack.h"

G_BEGIN_DECLS

/**
 * Packing:
 * @folder: a temporary folder, which goes with it
 * @pair: who signs
 * @other: somebody else
 * @manifest: of a request with a case and some documents
 * @parts: (element-type GBytes): what the parts are, in the order of the manifest
 *
 * A pack that can be made, and what it is made of.
 */
typedef struct
{
  char *folder;
  AccordKeyPair *pair;
  AccordKeyPair *other;
  AccordPackManifest *manifest;
  GPtrArray *parts;
} Packing;

#define PACK_TEST(path, func) g_test_add (path, Packing, NULL, packing_set_up, func, packing_tear_down)

/* Starts the tests of packs, with a folder for temporary files of which packing_assert_clean() knows. */
void packing_init (int *argc, char ***argv);
int packing_run (void);

void packing_set_up (Packing *self, gconstpointer data);
void packing_tear_down (Packing *self, gconstpointer data);

/* Small parts, of which most is headers. */
void packing_shrink (Packing *self);
/* Another document of so many bytes that do not pack. */
void packing_add (Packing *self, const char *name, const char *media_type, gsize size);
/* @bytes as another part. */
void packing_add_part (Packing *self, const char *path, GBytes *bytes);
/* In the folder. */
GFile *packing_file (Packing *self, const char *name);
gboolean packing_write_part (const AccordPackPart *part, GOutputStream *stream, gpointer data,
                             GCancellable *cancellable, GError **error);
/* Makes the pack under this name; it must succeed. */
GFile *packing_write (Packing *self, const char *name, const AccordPackSeal *seal);
GBytes *packing_load (GFile *file);
GFile *packing_save (Packing *self, const char *name, GBytes *bytes);

/* It must be a pack with exactly the manifest and the parts. */
void packing_assert_read (Packing *self, GFile *file, const AccordPackKeys *keys);
void packing_assert_same (Packing *self, AccordPack *pack);
/* It must be refused with this, in one sentence that names the file, and leave nothing. */
void packing_assert_refused (GFile *file, const AccordPackKeys *keys, GQuark domain, int code);
/* No temporary file is left. */
void packing_assert_clean (void);
/* Where temporary files go. */
const char *packing_get_temporary (void);
/* Runs a program in the folder; it must succeed. Returns what it printed. */
char *packing_spawn (Packing *self, ...) G_GNUC_NULL_TERMINATED;

GBytes *packing_noise (gsize size, guint32 seed);

G_END_DECLS
