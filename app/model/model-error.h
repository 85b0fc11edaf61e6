/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordModelError:
 * @ACCORD_MODEL_ERROR_NOT_KNOWN: what the workspace holds does not answer the question; the message says what
 *   is missing
 * @ACCORD_MODEL_ERROR_RANGE: the sums are larger than can be kept
 * @ACCORD_MODEL_ERROR_FORM: a text is not of the form that is asked for; the message says which line of it
 *
 * Why a question about what is kept has no answer.
 */
typedef enum
{
  ACCORD_MODEL_ERROR_NOT_KNOWN,
  ACCORD_MODEL_ERROR_RANGE,
  ACCORD_MODEL_ERROR_FORM,
} AccordModelError;

#define ACCORD_MODEL_ERROR (accord_model_error_quark ())

GQuark accord_model_error_quark (void);

G_END_DECLS
