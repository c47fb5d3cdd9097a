import { Text, Textarea, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { MaterialCard } from '@shared/promoters/materials-contract'
import { askBeforeLeaving } from '@/platform/leaving'
import { Dialog } from '@/ui/Dialog'
import { Field } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { toast } from '@/ui/toast'
import { Group } from '../campaigns/FormParts'
import { LineInput } from '../settings/parts'
import { useAbout } from './MaterialCard'
import { asAnother, formOf, ontoTheirs, saveMaterial, type MaterialForm } from './materials'
import { useProductItems } from './menu-items'
import { PhotoGrid } from './PhotoGrid'
import { PickSheet } from './PickSheet'
import { RemoveMaterial } from './RemoveMaterial'
import './MaterialEditor.scss'

type Conflict = { readonly theirs: MaterialCard | null }
const MOST = { title: 30, text: 500 } as const

/** The form of one material. */
export function MaterialEditor({ first }: { readonly first: MaterialForm }) {
  const { form, change, conflict, sending, saved, save, take } = useEditing(first)
  const dirty = !saved && JSON.stringify(form) !== JSON.stringify(first)
  useEffect(() => (dirty ? askBeforeLeaving('改动还没有保存，要离开吗？') : undefined), [dirty])
  // after the effect above has let go
  useEffect(() => {
    if (saved) void Taro.navigateBack()
  }, [saved])
  const isNew = first.savedAt === null
  const footer = (
    <PrimaryButton size='l' disabled={!dirty} onTap={() => save(form)}>
      {sending ?? (dirty ? '保存' : '没有改动')}
    </PrimaryButton>
  )
  return (
    <Page title={isNew ? '新素材' : '改素材'} footer={footer}>
      <View className='material-editor'>
        <Words form={form} onChange={change} />
        <Group title='图片' hint='推客可以存下来一起发。别用没授权的图片'>
          <PhotoGrid photos={form.photos} onChange={(photos) => change({ photos })} />
        </Group>
        <About productId={form.productId} onChange={(productId) => change({ productId })} />
        {!isNew && <RemoveMaterial id={form.id} onRemoved={() => take(null)} />}
      </View>
      {conflict !== null && <Changed conflict={conflict} form={form} onSave={save} onTake={take} />}
    </Page>
  )
}

function useEditing(first: MaterialForm) {
  const [form, setForm] = useState(first)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const [sending, setSending] = useState<string | null>(null)
  const [saved, setSaved] = useState(false)
  const save = async (wanted: MaterialForm): Promise<void> => {
    setConflict(null)
    const fault = faultOf(wanted)
    if (fault !== null) return toast(fault)
    const outcome = await saveMaterial(wanted, (sent, of) => setSending(`正在传图 ${sent + 1}/${of}`))
    setSending(null)
    if (outcome.kind === 'saved') {
      toast('已保存')
      return setSaved(true)
    }
    setForm(outcome.form)
    if (outcome.kind === 'failed') toast(outcome.sentence)
    else setConflict(outcome)
  }
  /** What is there now instead of what was typed; null: there is nothing to go on with. */
  const take = (theirs: MaterialCard | null) => {
    setConflict(null)
    if (theirs === null) setSaved(true)
    else setForm(formOf(theirs))
  }
  const change = (part: Partial<MaterialForm>) => setForm((now) => ({ ...now, ...part }))
  return { form, change, conflict, sending, saved, save, take }
}

function faultOf({ title, text }: MaterialForm): string | null {
  if (title.trim() === '') return '标题还没有填'
  return text.trim() === '' ? '文案还没有填' : null
}

type PartProps = { readonly form: MaterialForm; readonly onChange: (part: Partial<MaterialForm>) => void }

function Words({ form: { title, text }, onChange }: PartProps) {
  return (
    <Group title='文案' hint='推客一点就能复制。照实写，别写“最”和“第一”'>
      <View className='material-editor__line'>
        <LineInput
          label='标题'
          value={title}
          max={MOST.title}
          placeholder='标题，例如：早八一杯桂花拿铁'
          onInput={(words) => onChange({ title: words })}
        />
      </View>
      <View className='material-editor__body'>
        <Textarea
          className='material-editor__text'
          value={text}
          maxlength={MOST.text}
          placeholder='推客会带着这段话分享'
          aria-label='文案'
          onInput={(e) => onChange({ text: e.detail.value })}
        />
        <Text className='material-editor__count'>
          {text.length}/{MOST.text}
        </Text>
      </View>
    </Group>
  )
}

type AboutProps = {
  readonly productId: string | null
  readonly onChange: (productId: string | null) => void
}

function About({ productId, onChange }: AboutProps) {
  const [picking, setPicking] = useState(false)
  const items = useProductItems()
  const about = useAbout(productId)
  return (
    <Group title='关于' hint='朋友点开后先看到它'>
      <Field label='商品' onTap={() => setPicking(true)}>
        <Text>{about}</Text>
      </Field>
      {picking && (
        <PickSheet
          title='关于哪个商品'
          items={[{ id: '', name: '整家店' }, ...items]}
          none='菜单还没有读到'
          single
          chosen={[productId ?? '']}
          onClose={() => setPicking(false)}
          onDone={([id = '']) => {
            setPicking(false)
            onChange(id === '' ? null : id)
          }}
        />
      )}
    </Group>
  )
}

type ChangedProps = {
  readonly conflict: Conflict
  readonly form: MaterialForm
  readonly onSave: (form: MaterialForm) => unknown
  readonly onTake: (theirs: MaterialCard | null) => void
}

/** Somebody else saved or removed it first. */
function Changed({ conflict: { theirs }, form, onSave, onTake }: ChangedProps) {
  const [title, words, keep, drop] =
    theirs === null
      ? ['这条素材刚被别人删了', '另存的一条只带上这次新选的图片。', '另存一条', '不存了']
      : ['这条素材刚被别人改过', '保存你的改动，会换掉别人写的。', '保存我的', '看最新的']
  return (
    <Dialog
      open
      title={title}
      confirmText={keep}
      cancelText={drop}
      onConfirm={() => onSave(theirs === null ? asAnother(form) : ontoTheirs(form, theirs))}
      onCancel={() => onTake(theirs)}
    >
      <Text>{words}</Text>
    </Dialog>
  )
}
