/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordStoreError:
 * @ACCORD_STORE_ERROR_OPEN: the file cannot be opened (missing, no permission, a directory)
 * @ACCORD_STORE_ERROR_CORRUPT: the file is not an Accord workspace, is damaged or was cut short
 * @ACCORD_STORE_ERROR_NEWER: the file was written by a newer Accord
 * @ACCORD_STORE_ERROR_READ_ONLY: the workspace can be read but not written
 * @ACCORD_STORE_ERROR_FULL: the disk is full; nothing of the change was kept
 * @ACCORD_STORE_ERROR_BUSY: another process held the workspace for too long
 * @ACCORD_STORE_ERROR_INVALID: a record does not meet its rules; the message names the field
 * @ACCORD_STORE_ERROR_REFERENCED: a record cannot be deleted, because others speak of it
 * @ACCORD_STORE_ERROR_NOT_FOUND: no such record, kind or field
 * @ACCORD_STORE_ERROR_NOTHING: nothing to undo or redo
 * @ACCORD_STORE_ERROR_CONFLICT: the record was changed elsewhere since it was read
 * @ACCORD_STORE_ERROR_FAILED: anything else; the engine's own words are in the message
 *
 * What a workspace can answer instead of doing as asked. Cancellation is %G_IO_ERROR_CANCELLED.
 */
typedef enum
{
  ACCORD_STORE_ERROR_OPEN,
  ACCORD_STORE_ERROR_CORRUPT,
  ACCORD_STORE_ERROR_NEWER,
  ACCORD_STORE_ERROR_READ_ONLY,
  ACCORD_STORE_ERROR_FULL,
  ACCORD_STORE_ERROR_BUSY,
  ACCORD_STORE_ERROR_INVALID,
  ACCORD_STORE_ERROR_REFERENCED,
  ACCORD_STORE_ERROR_NOT_FOUND,
  ACCORD_STORE_ERROR_NOTHING,
  ACCORD_STORE_ERROR_CONFLICT,
  ACCORD_STORE_ERROR_FAILED,
} AccordStoreError;

#define ACCORD_STORE_ERROR (accord_store_error_quark ())

GQuark accord_store_error_quark (void);

G_END_DECLS
