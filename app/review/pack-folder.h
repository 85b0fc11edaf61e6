/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordPackFolder:
 * @path: where it is
 * @lock: what is open for as long as it is in use
 *
 * A private temporary folder for the parts of a pack. What was sealed lies in it open, so it goes with who
 * made it even when the program was ended: the next one that is made takes those away that nobody uses.
 */
typedef struct
{
  char *path;
  int lock;
} AccordPackFolder;

AccordPackFolder *accord_pack_folder_new (GError **error);
void accord_pack_folder_free (AccordPackFolder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPackFolder, accord_pack_folder_free)

G_END_DECLS
