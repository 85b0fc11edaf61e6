/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "comments-file.h"

G_BEGIN_DECLS

/**
 * AccordFilePlace:
 * @file: the file
 * @is_caveat: whether the place is one of its caveats; one of its comments otherwise
 * @index: which of them, from 0
 *
 * A place in a file of comments, to name it where something is wrong with it.
 */
typedef struct
{
  const AccordCommentsFile *file;
  gboolean is_caveat;
  guint index;
} AccordFilePlace;

gboolean accord_file_place_fail (const AccordFilePlace *self, GError **error, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

G_END_DECLS
