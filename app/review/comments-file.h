/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "writer.h"

G_BEGIN_DECLS

/* Comments as a file: a JSON array (or an object with a member "comments" that is one) of objects:
 *
 *   text       what is said; needed
 *   sort       question (unless another is given), correction, risk or caveat
 *   section    a part of the case: summary, strategic … management, or one of its sections: economic/options
 *   figure     npsv, bcr, pvb, pvc, payback, or net:ORGANISATION; with option: of which one, by name or
 * letter document   by name, file name or uid, with page (from 1), quote and rectangles reply_to   the uid of
 * a comment, or the place in this array (from 1) of an earlier one what_if    what is assumed otherwise, as a
 * scenario has it: "* need × 0.8"; or { "changes": … }
 *
 * Without a place it is on the whole case. An object may also have a member "caveats": see caveats-file.h. */

/* The most comments that a file may have. */
#define ACCORD_COMMENTS_FILE_MOST 10000

/**
 * AccordCommentsFile:
 * @review: the review that they are of
 * @author: (nullable): the post of who wrote them
 * @written: (nullable): the day
 * @name: what the file is called, for messages
 *
 * How the comments of a file are to be kept.
 */
typedef struct
{
  gint64 review;
  const char *author;
  const char *written;
  const char *name;
} AccordCommentsFile;

/* Adds the comments to the review; those that it has already, word for word in the same place, are not added
 * again. Each message names the comment by its place in the file. @n_added: (out) (optional) */
gboolean accord_comments_file_write (AccordWriter *writer, const AccordCommentsFile *file, const char *json,
                                     gssize length, guint *n_added, GError **error);

G_END_DECLS
